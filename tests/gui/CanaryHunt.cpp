// SPDX-License-Identifier: Apache-2.0
#include "CanaryHunt.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAccessible>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBrowser>

#include <vector>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

void CanaryHunt::plant(const QByteArray &canary)
{
    if (canary.isEmpty() || m_canaries.contains(canary)) {
        return;
    }
    const qsizetype number = m_canaries.size();
    m_canaries.append(canary);
    const QByteArray json =
        QJsonDocument(QJsonArray{QString::fromUtf8(canary)}).toJson(QJsonDocument::Compact).chopped(2).mid(2);
    // The middle of the Base64 for each place where the value can begin in it.
    for (const QByteArray &before : {QByteArray(), QByteArray("x"), QByteArray("xx")}) {
        const QByteArray base64 = QByteArray(before + canary).toBase64(QByteArray::OmitTrailingEquals);
        m_forms.emplace_back(number, base64.mid(4, base64.size() - 8));
    }
    for (const QByteArray &form : {canary, canary.toPercentEncoding(), json, canary.toHex()}) {
        m_forms.emplace_back(number, form);
    }
}

QByteArrayList CanaryHunt::in(const QByteArray &text) const
{
    QByteArrayList found;
    for (const auto &[number, form] : m_forms) {
        if (form.size() >= 6 && text.contains(form) && !found.contains(m_canaries[number])) {
            found.append(m_canaries[number]);
        }
    }
    return found;
}

QStringList CanaryHunt::inText(const QString &place, const QString &text) const
{
    QStringList finds;
    for (const QByteArray &canary : in(text.toUtf8())) {
        finds << place + u": " + QString::fromUtf8(canary);
    }
    return finds;
}

QStringList CanaryHunt::inModel(const QString &place, const QAbstractItemModel &model) const
{
    QStringList finds;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                finds << inText(place, model.index(row, column).data(role).toString());
            }
        }
    }
    return finds;
}

QStringList CanaryHunt::inFiles(const QString &folder) const
{
    QStringList finds;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &canary : in(file.readAll())) {
                finds << file.fileName() + u": " + QString::fromUtf8(canary);
            }
        }
    }
    return finds;
}

QStringList CanaryHunt::inWidgets(const QWidget &window, const QWidget *except) const
{
    QStringList finds;
    const auto widgets = window.findChildren<QWidget *>() << const_cast<QWidget *>(&window);
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible()) {
            continue;
        }
        const QString place = QString::fromLatin1(widget->metaObject()->className());
        QStringList texts{widget->windowTitle(), widget->toolTip()};
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            texts << label->text();
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            texts << button->text();
        } else if (const auto *line = qobject_cast<const QLineEdit *>(widget); line != nullptr && line != except) {
            texts << line->displayText();
        } else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget)) {
            texts << plain->toPlainText();
        } else if (const auto *browser = qobject_cast<const QTextBrowser *>(widget)) {
            texts << browser->toPlainText();
        }
        for (const QString &text : texts) {
            finds << inText(place, text);
        }
    }
    return finds;
}

QStringList CanaryHunt::inAccessibleTexts(QWidget &window) const
{
    QStringList finds;
    std::vector<QAccessibleInterface *> nodes{QAccessible::queryAccessibleInterface(&window)};
    while (!nodes.empty()) {
        QAccessibleInterface *node = nodes.back();
        nodes.pop_back();
        if (node == nullptr) {
            continue;
        }
        for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
            finds << inText(u"accessible "_s + node->text(QAccessible::Name), node->text(part));
        }
        for (int child = 0; child < node->childCount(); ++child) {
            nodes.push_back(node->child(child));
        }
    }
    return finds;
}

} // namespace saltdesk::testing
