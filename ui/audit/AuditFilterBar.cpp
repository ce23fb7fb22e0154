// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditFilterBar.h"

#include "audit/AuditWords.h"
#include "theme/SymbolicIcon.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

AuditFilterBar::AuditFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_profile(new QComboBox)
    , m_event(new QComboBox)
    , m_from(dayEdit(tr("From day")))
    , m_to(dayEdit(tr("To day")))
{
    build();
    // A hundred thousand entries take a blink; not one at every key.
    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, &AuditFilterBar::changed);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_profile, &QComboBox::currentIndexChanged, this, &AuditFilterBar::changed);
    connect(m_event, &QComboBox::currentIndexChanged, this, &AuditFilterBar::changed);
    connect(m_from, &QDateEdit::dateChanged, this, &AuditFilterBar::changed);
    connect(m_to, &QDateEdit::dateChanged, this, &AuditFilterBar::changed);
}

void AuditFilterBar::build()
{
    setFocusProxy(m_text);
    m_text->setAccessibleName(tr("Filter"));
    m_text->setPlaceholderText(tr("Id of customer or connection, reason, …"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(256);
    m_text->addAction(SymbolicIcon::icon(u"filter"_s, SymbolicIcon::Ink::Muted), QLineEdit::LeadingPosition);
    m_profile->setAccessibleName(tr("Profile"));
    m_profile->addItem(tr("All profiles"));
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_event->setAccessibleName(tr("Event"));
    m_event->addItem(tr("All events"));
    for (const models::AuditEvent event : models::allAuditEvents()) {
        m_event->addItem(models::auditEventWord(event), int(event));
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    const auto add = [row](const QString &text, QWidget *field, int stretch) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field, stretch);
        row->addSpacing(4);
    };
    add(tr("&Filter"), m_text, 1);
    add(tr("&Profile"), m_profile, 0);
    add(tr("E&vent"), m_event, 0);
    add(tr("F&rom"), m_from, 0);
    add(tr("&To"), m_to, 0);
}

QDateEdit *AuditFilterBar::dayEdit(const QString &name)
{
    auto *edit = new QDateEdit;
    // Until the trail's days are known: a day at the end of its range is no bound.
    edit->setDateRange(QDate::currentDate(), QDate::currentDate());
    edit->setAccessibleName(name);
    edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(u"2026-00-00"_s) + 48);
    return edit;
}

void AuditFilterBar::offer(const QStringList &profiles, const QDate &oldest, const QDate &newest)
{
    const models::AuditFilter before = filter();
    const QSignalBlocker quietProfile(m_profile);
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    while (m_profile->count() > 1) {
        m_profile->removeItem(1);
    }
    for (const QString &profile : profiles) {
        m_profile->addItem(profile, profile);
    }
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(before.profile)));
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setDateRange(oldest, newest);
    }
    m_from->setDate(before.from.isValid() ? before.from : oldest);
    m_to->setDate(before.to.isValid() ? before.to : newest);
}

models::AuditFilter AuditFilterBar::filter() const
{
    models::AuditFilter filter{.text = m_text->text().trimmed(), .profile = m_profile->currentData().toString()};
    if (const QVariant event = m_event->currentData(); event.isValid()) {
        filter.event = models::AuditEvent(event.toInt());
    }
    // The first and the last day there is are no bounds: what comes after midnight is wanted too.
    filter.from = m_from->date() > m_from->minimumDate() ? m_from->date() : QDate();
    filter.to = m_to->date() < m_to->maximumDate() ? m_to->date() : QDate();
    return filter;
}

void AuditFilterBar::clear()
{
    m_text->clear();
    m_profile->setCurrentIndex(0);
    m_event->setCurrentIndex(0);
    m_from->setDate(m_from->minimumDate());
    m_to->setDate(m_to->maximumDate());
    m_typing.stop();
    emit changed();
}

} // namespace saltdesk::ui
