// SPDX-License-Identifier: Apache-2.0
#include "Benches.h"
#include "Measure.h"

#include "codec/ConnectionDecoder.h"

#include <simdjson.h>

namespace saltdesk::bench {

using namespace Qt::Literals::StringLiterals;

namespace {

std::size_t visit(simdjson::dom::element element)
{
    std::size_t seen = 1;
    if (element.is_object()) {
        for (const auto field : simdjson::dom::object(element)) {
            seen += visit(field.value);
        }
    } else if (element.is_array()) {
        for (const auto item : simdjson::dom::array(element)) {
            seen += visit(item);
        }
    }
    return seen;
}

} // namespace

void benchDecoding(const std::vector<QByteArray> &pages)
{
    qint64 bytes = 0;
    for (const QByteArray &page : pages) {
        bytes += page.size();
    }
    std::size_t seen = 0;
    simdjson::dom::parser parser;
    const auto walk = [&] {
        for (const QByteArray &page : pages) {
            seen += visit(parser.parse(page.constData(), static_cast<std::size_t>(page.size())));
        }
    };
    qsizetype rows = 0;
    const auto decode = [&] {
        for (const QByteArray &page : pages) {
            rows += static_cast<qsizetype>(api::decodeConnectionPage(page)->rows.size());
        }
    };
    const Milliseconds floor = median(timed(5, walk));
    const Milliseconds ours = median(timed(5, decode));
    if (seen == 0 || rows == 0) {
        qFatal("there was nothing to decode");
    }
    reportTimes(u"decode %1 MB to rows / structure walk"_s.arg(bytes / 1'000'000), ours, floor, 2.5);
    const double rate = static_cast<double>(bytes) / 1000.0 / ours.count();
    report(u"  decoding rate"_s, u"%1 MB/s"_s.arg(rate, 0, 'f', 0), {}, {}, {});
}

} // namespace saltdesk::bench
