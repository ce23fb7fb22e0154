// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "question/MarkupElement.h"
#include "question/MarkupScanner.h"

namespace saltdesk::models {

/// An element that is passed over with all that it contains: finds its end by counting, without a stack, also where the
/// end tag is left out as HTML allows. The markup must outlive it.
class SkippedElement
{
public:
    enum class Meeting {
        Inside,
        EndsWith,  ///< the tag is its end
        EndsBefore ///< it had ended when this tag came
    };

    SkippedElement(QStringView name, MarkupElement element)
        : m_name(name)
        , m_element(element)
    {}

    [[nodiscard]] Meeting meet(const MarkupTag &tag, MarkupElement element);

private:
    [[nodiscard]] bool endsBefore(const MarkupTag &tag, MarkupElement element) const;

    QStringView m_name;
    MarkupElement m_element;
    /// Elements of the same name within it that are open.
    int m_same = 0;
    /// Lists or tables within it that are open, whose items or cells are not its siblings.
    int m_containers = 0;
};

} // namespace saltdesk::models
