// SPDX-License-Identifier: Apache-2.0
#include "raw/JsonTree.h"

#include "codec/JsonScan.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;
namespace json = api::json;

namespace {

JsonTree::Type typeOf(char c)
{
    return c == '{'   ? JsonTree::Type::Object
           : c == '[' ? JsonTree::Type::Array
           : c == '"' ? JsonTree::Type::Text
                      : JsonTree::Type::Other;
}

bool isPlainWord(const QString &name)
{
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };
    return !name.isEmpty() && !name.at(0).isDigit() && std::all_of(name.begin(), name.end(), isPlain);
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

JsonTree::JsonTree(QByteArray json)
    : m_json(std::move(json))
{
    read();
    groupChildren();
}

void JsonTree::read()
{
    const std::string_view text = viewOf(m_json);
    std::vector<Part> open;
    std::size_t at = json::skipSpace(text, 0);
    while (at < text.size() && (m_nodes.empty() || !open.empty())) {
        const char c = text[at];
        if (c == '}' || c == ']') {
            if (!open.empty()) {
                m_nodes[open.back()].end = static_cast<quint32>(at + 1);
                open.pop_back();
            }
            ++at;
        } else if (c == ',') {
            ++at;
        } else {
            readPart(at, open);
        }
        at = json::skipSpace(text, at);
    }
    for (const Part part : open) {
        m_nodes[part].end = static_cast<quint32>(text.size());
    }
}

void JsonTree::readPart(std::size_t &at, std::vector<Part> &open)
{
    const std::string_view text = viewOf(m_json);
    Node node;
    node.begin = static_cast<quint32>(at);
    if (!open.empty()) {
        node.parent = open.back();
        node.row = m_nodes[open.back()].children++;
        if (m_nodes[open.back()].type == Type::Object) {
            const std::size_t colon = json::skipSpace(text, json::endOfValue(text, at));
            at = std::min(json::skipSpace(text, colon + 1), text.size());
        }
    }
    node.valueBegin = static_cast<quint32>(at);
    node.type = at < text.size() ? typeOf(text[at]) : Type::Other;
    if (node.type == Type::Object || node.type == Type::Array) {
        open.push_back(count());
        ++at;
    } else {
        at = json::endOfValue(text, at);
    }
    node.end = static_cast<quint32>(at);
    m_nodes.push_back(node);
}

void JsonTree::groupChildren()
{
    quint32 next = 0;
    for (Node &node : m_nodes) {
        node.firstChild = next;
        next += node.children;
    }
    m_children.resize(next);
    for (Part part = 1; part < count(); ++part) {
        const Node &node = m_nodes[part];
        m_children[m_nodes[node.parent].firstChild + node.row] = part;
    }
}

QString JsonTree::name(Part part) const
{
    const Node &node = m_nodes[part];
    if (part == 0) {
        return {};
    }
    if (m_nodes[node.parent].type == Type::Array) {
        return u'[' + QString::number(node.row) + u']';
    }
    const std::size_t end = json::endOfValue(viewOf(m_json), node.begin);
    const QByteArrayView quoted = QByteArrayView(m_json).sliced(node.begin, qsizetype(end) - node.begin);
    const bool isQuoted = quoted.size() > 1 && quoted.front() == '"' && quoted.back() == '"';
    return QString::fromUtf8(isQuoted ? quoted.sliced(1, quoted.size() - 2) : quoted);
}

QByteArrayView JsonTree::value(Part part) const
{
    const Node &node = m_nodes[part];
    return QByteArrayView(m_json).sliced(node.valueBegin, node.end - node.valueBegin);
}

QString JsonTree::path(Part part) const
{
    QStringList steps;
    for (; part != 0; part = parent(part)) {
        steps.prepend(name(part));
        if (m_nodes[parent(part)].type == Type::Object && !isPlainWord(steps.front())) {
            steps.front() = u"[\""_s + steps.front() + u"\"]"_s;
        }
    }
    QString path;
    for (const QString &step : steps) {
        path += path.isEmpty() || step.startsWith(u'[') ? step : QString(u'.' + step);
    }
    return path;
}

JsonTree::Part JsonTree::at(qsizetype place) const
{
    const auto after =
        std::ranges::upper_bound(m_nodes, place, {}, [](const Node &node) { return qsizetype(node.begin); });
    if (after == m_nodes.begin()) {
        return 0;
    }
    auto part = static_cast<Part>(after - m_nodes.begin() - 1);
    while (part != 0 && qsizetype(m_nodes[part].end) <= place) {
        part = parent(part);
    }
    return part;
}

QString JsonTree::plainValue(Part part) const
{
    const QByteArrayView written = value(part);
    if (type(part) != Type::Text) {
        return QString::fromUtf8(written);
    }
    return QJsonDocument::fromJson(QByteArray("[").append(written).append(']')).array().at(0).toString();
}

} // namespace saltdesk::models
