// SPDX-License-Identifier: Apache-2.0
#include "history/ChangesCard.h"

#include "theme/WrappedLabel.h"
#include "time/RelativeTime.h"

#include <QBoxLayout>
#include <QComboBox>

namespace saltdesk::ui {

using models::SinceWhen;

namespace {

QString wordOf(SinceWhen since)
{
    switch (since) {
    case SinceWhen::Today:
        return ChangesCard::tr("today");
    case SinceWhen::Yesterday:
        return ChangesCard::tr("yesterday");
    case SinceWhen::Monday:
        return ChangesCard::tr("Monday");
    case SinceWhen::ThirtyDays:
        return ChangesCard::tr("30 days ago");
    case SinceWhen::Ever:
        return ChangesCard::tr("it was first seen");
    }
    Q_UNREACHABLE();
}

QString toolTipOf(const models::FieldChange &change)
{
    QStringList lines;
    for (const QString &value : {change.before, change.after}) {
        if (const QDateTime time = models::observedTime(change.field, value); time.isValid()) {
            lines << models::absoluteTime(time);
        }
    }
    lines << ChangesCard::tr("Seen %1").arg(models::absoluteTime(change.seenAt));
    return lines.join(u'\n');
}

std::vector<FactsList::Fact> factsOf(const models::ChangeReport &report, const QDateTime &now)
{
    std::vector<FactsList::Fact> facts;
    for (const models::FieldChange &change : report.changes) {
        //: A value before and after, and when the second was first seen
        const QString words = ChangesCard::tr("%1 → %2 · seen %3");
        facts.push_back({.name = models::observedFieldWord(change.field),
                         .value = words.arg(models::observedValueText(change.field, change.before),
                                            models::observedValueText(change.field, change.after),
                                            models::relativeTime(change.seenAt, now)),
                         .toolTip = toolTipOf(change)});
    }
    return facts;
}

} // namespace

ChangesCard::ChangesCard(models::PastReading &past, QWidget *parent)
    : QWidget(parent)
    , m_past(past)
    , m_since(new QComboBox)
    , m_note(new WrappedLabel)
    , m_changes(new FactsList)
{
    auto *title = new QLabel(tr("&Changed since"));
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    title->setBuddy(m_since);
    for (const SinceWhen since : models::sinceWhens) {
        m_since->addItem(wordOf(since), int(since));
    }
    m_since->setCurrentIndex(m_since->findData(int(past.since())));
    m_since->setAccessibleName(tr("Changed since"));
    m_note->setMuted(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(m_since);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(m_changes);
    connect(m_since, &QComboBox::activated, this,
            [this] { m_past.setSince(static_cast<SinceWhen>(m_since->currentData().toInt())); });
}

void ChangesCard::show(const QDateTime &now)
{
    const std::optional<models::ChangeReport> &report = m_past.report();
    setVisible(report && report->firstSeen.isValid());
    if (!report) {
        return;
    }
    QStringList note;
    if (report->changes.empty()) {
        note << tr("Nothing has changed.");
    }
    if (report->firstSeen > m_past.sinceTime()) {
        note << tr("First seen here %1; what was before that is not known.")
                    .arg(models::relativeTime(report->firstSeen, now));
    }
    m_note->setText(note.join(u' '));
    m_note->setToolTip(models::absoluteTime(report->firstSeen));
    m_note->setVisible(!note.isEmpty());
    m_changes->show(factsOf(*report, now));
    m_changes->setVisible(!report->changes.empty());
}

} // namespace saltdesk::ui
