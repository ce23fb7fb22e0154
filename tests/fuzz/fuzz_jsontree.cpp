// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "codec/RawJson.h"
#include "raw/JsonTree.h"

#include <algorithm>

using namespace saltdesk;
using models::JsonTree;

namespace {

/// A path costs as much as it is deep.
constexpr JsonTree::Part mostParts = 500;

void look(const JsonTree &tree, bool isDocument)
{
    for (JsonTree::Part part = 0; part < std::min(tree.count(), mostParts); ++part) {
        fuzz::require(tree.value(part).size() <= tree.json().size());
        static_cast<void>(tree.path(part));
        static_cast<void>(tree.plainValue(part));
        for (int row = 0; row < std::min(tree.childCount(part), 10); ++row) {
            fuzz::require(tree.parent(tree.child(part, row)) == part && tree.row(tree.child(part, row)) == row);
        }
        // Every part of a document is found where it begins.
        fuzz::require(!isDocument || tree.at(tree.begin(part)) == part);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray body = fuzz::bodyOf(bytes, size);
    look(JsonTree(body), false);
    const QByteArray shown = api::RawJson::masked(body).indented();
    look(JsonTree(shown), shown.startsWith('{') || shown.startsWith('['));
    return 0;
}
