// SPDX-License-Identifier: Apache-2.0
#include "Benches.h"
#include "Measure.h"
#include "RecordPages.h"

#include "codec/AccountDecoder.h"
#include "codec/AttemptDecoder.h"
#include "codec/ConnectionDecoder.h"
#include "codec/CountryDecoder.h"
#include "codec/HolderInfoDecoder.h"
#include "codec/ProviderDecoder.h"

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

/// Reads all bodies with `decode`, which gives the number of records in one, beside a walk through their structure.
template <class Decode>
void compare(const QString &what, const std::vector<QByteArray> &bodies, double aim, Decode decode)
{
    qint64 bytes = 0;
    for (const QByteArray &body : bodies) {
        bytes += body.size();
    }
    std::size_t seen = 0;
    simdjson::dom::parser parser;
    const auto walk = [&] {
        for (const QByteArray &body : bodies) {
            seen += visit(parser.parse(body.constData(), static_cast<std::size_t>(body.size())));
        }
    };
    std::size_t records = 0;
    const auto read = [&] {
        for (const QByteArray &body : bodies) {
            records += decode(body);
        }
    };
    const Milliseconds floor = median(timed(5, walk));
    const Milliseconds ours = median(timed(5, read));
    if (seen == 0 || records == 0) {
        qFatal("there was nothing to decode");
    }
    const auto rate = [bytes](Milliseconds time) {
        return u"%1 MB/s"_s.arg(static_cast<double>(bytes) / 1000.0 / time.count(), 0, 'f', 0);
    };
    reportTimes(u"decode %1 MB %2 / structure walk"_s.arg(static_cast<double>(bytes) / 1e6, 0, 'f', 1).arg(what), ours,
                floor, aim);
    report(u"  decoding rate"_s, rate(ours), rate(floor), {}, {});
}

} // namespace

void benchDecoding(const std::vector<QByteArray> &pages)
{
    compare(u"to rows"_s, pages, 2.5,
            [](const QByteArray &body) { return api::decodeConnectionPage(body)->rows.size(); });
}

/// Whole objects in Qt's types cost three to four times what rows cost. These lists are short, so that being simple
/// counts more.
void benchRecords()
{
    constexpr double aim = 8;
    compare(u"of providers"_s, providerPages(), aim,
            [](const QByteArray &body) { return api::decodeProviderPage(body)->records.size(); });
    compare(u"of accounts"_s, accountPages(), aim,
            [](const QByteArray &body) { return api::decodeAccountPage(body)->records.size(); });
    compare(u"of attempts"_s, attemptPages(), aim,
            [](const QByteArray &body) { return api::decodeAttemptPage(body)->records.size(); });
    compare(u"of countries"_s, countryLists(), aim,
            [](const QByteArray &body) { return api::decodeCountryPage(body)->records.size(); });
    compare(u"of holders"_s, holderInfos(), aim,
            [](const QByteArray &body) { return std::size_t{api::decodeHolderInfo(body)->names.hasValue()}; });
}

} // namespace saltdesk::bench
