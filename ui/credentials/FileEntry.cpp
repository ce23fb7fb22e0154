// SPDX-License-Identifier: Apache-2.0
#include "credentials/FileEntry.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace saltdesk::ui {

FileEntry::FileEntry(const models::FormField &field, QWidget *parent)
    : FieldEntry(field, parent)
    , m_name(new QLineEdit)
    , m_choose(new QPushButton(tr("Choose &file…")))
{
    m_name->setReadOnly(true);
    m_name->setPlaceholderText(tr("No file chosen, %1 at most").arg(QLocale().formattedDataSize(largestFile)));
    m_choose->setAutoDefault(false);
    m_choose->setAccessibleName(tr("Choose a file for “%1”").arg(field.label));
    auto *control = new QWidget;
    auto *row = new QHBoxLayout(control);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &FileEntry::choose);
    place(control, m_name);
}

void FileEntry::choose()
{
    auto *chooser = new QFileDialog(this, field().label);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &FileEntry::take);
    chooser->open();
}

void FileEntry::take(const QString &path)
{
    wipe();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        showFault(tr("The file could not be read: %1").arg(file.errorString()));
    } else if (QByteArray bytes = file.read(largestFile + 1); bytes.size() > largestFile) {
        api::wipe(bytes);
        showFault(tr("The file is larger than %1.").arg(QLocale().formattedDataSize(largestFile)));
    } else if (bytes.isEmpty()) {
        showFault(tr("The file is empty."));
    } else {
        m_bytes = api::Secret(std::move(bytes));
        m_name->setText(QFileInfo(path).fileName());
        showFault({});
    }
    emit changed();
}

bool FileEntry::isFilled() const
{
    return !m_bytes.isEmpty();
}

api::Credential FileEntry::credential() const
{
    return {
        .name = field().name, .values = {api::Secret(m_bytes.reveal().toByteArray().toBase64())}, .multiple = false};
}

void FileEntry::wipe()
{
    m_bytes = {};
    m_name->clear();
}

void FileEntry::focusControl()
{
    m_choose->setFocus(Qt::TabFocusReason);
}

} // namespace saltdesk::ui
