// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace saltdesk::models {

/// The parts of a JSON text as they stand in it: nothing is converted, so numbers, order and escapes stay what they
/// are. A value; holds the text and, per part, some numbers. Made in one pass over the text, without recursion.
///
/// The text is valid JSON, as RawJson gives it; of any other text the parts are what they are, but never outside it.
class JsonTree
{
public:
    /// A part is named by its number in the order of the text; the whole is 0.
    using Part = quint32;
    enum class Type : unsigned char { Object, Array, Text, Other };

    JsonTree() = default;
    explicit JsonTree(QByteArray json);

    [[nodiscard]] const QByteArray &json() const { return m_json; }
    [[nodiscard]] Part count() const { return static_cast<Part>(m_nodes.size()); }
    [[nodiscard]] Type type(Part part) const { return m_nodes[part].type; }
    [[nodiscard]] Part parent(Part part) const { return m_nodes[part].parent; }
    [[nodiscard]] int row(Part part) const { return static_cast<int>(m_nodes[part].row); }
    [[nodiscard]] int childCount(Part part) const { return static_cast<int>(m_nodes[part].children); }
    [[nodiscard]] Part child(Part part, int row) const
    {
        return m_children[m_nodes[part].firstChild + static_cast<Part>(row)];
    }
    /// The member's name as it is written, without its quotes, or "[2]" inside an array; empty for the whole.
    [[nodiscard]] QString name(Part part) const;
    /// As it is written, quotes included.
    [[nodiscard]] QByteArrayView value(Part part) const;
    /// Where the part begins in the text, its name included, and where its value does.
    [[nodiscard]] qsizetype begin(Part part) const { return m_nodes[part].begin; }
    [[nodiscard]] qsizetype valueBegin(Part part) const { return m_nodes[part].valueBegin; }
    /// `data.last_attempt.stages[2].name`; a name that is no plain word stands in brackets, as written.
    [[nodiscard]] QString path(Part part) const;
    /// The innermost part around a place in the text.
    [[nodiscard]] Part at(qsizetype place) const;
    /// What one wants to have of the part elsewhere: a text without quotes and with its escapes resolved, else as it
    /// is written.
    [[nodiscard]] QString plainValue(Part part) const;

private:
    struct Node
    {
        quint32 begin = 0;
        quint32 valueBegin = 0;
        quint32 end = 0;
        Part parent = 0;
        quint32 row = 0;
        quint32 children = 0;
        quint32 firstChild = 0;
        Type type = Type::Other;
    };
    void read();
    void readPart(std::size_t &at, std::vector<Part> &open);
    void groupChildren();

    QByteArray m_json;
    std::vector<Node> m_nodes;
    /// The parts by their parents.
    std::vector<Part> m_children;
};

} // namespace saltdesk::models
