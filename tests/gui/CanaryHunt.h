// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

#include <utility>
#include <vector>

class QAbstractItemModel;
class QWidget;

namespace saltdesk::testing {

/// Planted secrets, and where they turned up. It looks by itself for every form that a text could hold them in, and
/// shares nothing with the redactor that it judges.
class CanaryHunt
{
public:
    /// `canary` has to be long enough to stand nowhere by chance.
    void plant(const QByteArray &canary);
    [[nodiscard]] const QByteArrayList &canaries() const { return m_canaries; }

    /// The canaries that a text holds; empty: none.
    [[nodiscard]] QByteArrayList in(const QByteArray &text) const;

    /// Each place where one was found, as "place: canary". `except` may hold what is being typed.
    [[nodiscard]] QStringList inText(const QString &place, const QString &text) const;
    [[nodiscard]] QStringList inModel(const QString &place, const QAbstractItemModel &model) const;
    [[nodiscard]] QStringList inFiles(const QString &folder) const;
    /// What the window and its dialogs show: labels, buttons, fields, tooltips, titles.
    [[nodiscard]] QStringList inWidgets(const QWidget &window, const QWidget *except = nullptr) const;
    /// What a screen reader is told of the window, hidden parts included.
    [[nodiscard]] QStringList inAccessibleTexts(QWidget &window) const;

private:
    QByteArrayList m_canaries;
    /// Index in m_canaries, and one of its forms.
    std::vector<std::pair<qsizetype, QByteArray>> m_forms;
};

} // namespace saltdesk::testing
