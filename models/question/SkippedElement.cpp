// SPDX-License-Identifier: Apache-2.0
#include "question/SkippedElement.h"

#include <algorithm>

namespace saltdesk::models {

namespace {

bool isList(MarkupElement element)
{
    return element == MarkupElement::BulletList || element == MarkupElement::NumberedList;
}

/// What may stand in a head.
bool belongsToHead(MarkupElement element)
{
    return element == MarkupElement::Nothing || element == MarkupElement::Dropped ||
           element == MarkupElement::DroppedText || element == MarkupElement::Head;
}

} // namespace

SkippedElement::Meeting SkippedElement::meet(const MarkupTag &tag, MarkupElement element)
{
    if (endsBefore(tag, element)) {
        return Meeting::EndsBefore;
    }
    const int step = tag.isEnd ? -1 : 1;
    if (isList(element) || element == MarkupElement::Table) {
        m_containers = std::max(0, m_containers + step);
    }
    if (tag.name.compare(m_name, Qt::CaseInsensitive) == 0) {
        m_same += step;
    }
    return m_same < 0 ? Meeting::EndsWith : Meeting::Inside;
}

bool SkippedElement::endsBefore(const MarkupTag &tag, MarkupElement element) const
{
    if (m_element == MarkupElement::Head) {
        return !tag.isEnd && !belongsToHead(element);
    }
    if (m_element == MarkupElement::Paragraph) {
        const bool isOwnEnd = tag.isEnd && element == MarkupElement::Paragraph;
        return endsParagraph(element) && !isOwnEnd;
    }
    if (m_containers > 0) {
        return false;
    }
    if (m_element == MarkupElement::Item) {
        return tag.isEnd ? isList(element) : element == MarkupElement::Item;
    }
    if (m_element == MarkupElement::Cell || m_element == MarkupElement::Row) {
        const bool isSibling = !tag.isEnd && element == m_element;
        const bool isRow = element == MarkupElement::Row && m_element == MarkupElement::Cell;
        return isSibling || isRow || (tag.isEnd && element == MarkupElement::Table);
    }
    return false;
}

} // namespace saltdesk::models
