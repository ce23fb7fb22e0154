// SPDX-License-Identifier: Apache-2.0
#include "localhistory/HistoryFolder.h"

#include "localhistory/HistoryFile.h"

#include <QDir>
#include <QFileInfo>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString everyAccount = u"history-*.sqlite"_s;
const QString everyDamaged = u"history-*.sqlite.damaged-*"_s;

QFileInfoList filesBeside(const QString &path, const QString &pattern)
{
    return path.isEmpty() ? QFileInfoList() : QFileInfo(path).dir().entryInfoList({pattern}, QDir::Files);
}

bool forgetIn(const QString &path, const api::CustomerId &customer)
{
    HistoryFile file(path);
    return file.open().and_then([&] { return file.forget(customer); }).has_value();
}

} // namespace

bool forgetBeside(const QString &path, const api::CustomerId &customer)
{
    bool isClean = true;
    for (const QFileInfo &file : filesBeside(path, everyAccount)) {
        if (file.filePath() != path) {
            isClean = forgetIn(file.filePath(), customer) && isClean;
        }
    }
    // Afterwards: one of those may have turned out to be damaged.
    for (const QFileInfo &file : filesBeside(path, everyDamaged)) {
        isClean = QFile::remove(file.filePath()) && isClean;
    }
    return isClean;
}

void removeDamagedBeside(const QString &path, const QDateTime &before)
{
    for (const QFileInfo &file : filesBeside(path, everyDamaged)) {
        if (file.lastModified() < before) {
            QFile::remove(file.filePath());
        }
    }
}

} // namespace saltdesk::models
