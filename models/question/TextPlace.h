// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace saltdesk::models {

/// Where in a question a line of text stands: in a quotation or not, and in which items of which lists.
struct TextPlace
{
    struct List
    {
        /// Tells lists and items apart from their like.
        int list = 0;
        int item = 0;
        bool isNumbered = false;
    };

    bool isQuoted = false;
    /// From the outermost to the innermost.
    std::vector<List> lists;
};

/// Follows the tags that begin and end lists and quotations, in whatever disorder they come. Lists within lists within
/// lists are followed down to the sixth; what is deeper stands in the sixth. A quotation in a list is a part of its
/// item.
class TextPlaces
{
public:
    void beginList(bool isNumbered);
    void endList();
    void beginItem();
    void beginQuote();
    void endQuote();

    [[nodiscard]] const TextPlace &here() const { return m_here; }

private:
    TextPlace m_here;
    int m_serial = 0;
    int m_listsTooDeep = 0;
    int m_quotes = 0;
    int m_quotesInLists = 0;
};

} // namespace saltdesk::models
