// SPDX-License-Identifier: Apache-2.0
#include "Benches.h"
#include "Measure.h"

#include <QCoreApplication>
#include <QFile>

using namespace saltdesk::bench;
using namespace Qt::Literals::StringLiterals;

/// usage: saltdesk_bench BASE_URL APP_ID SECRET CERTIFICATE CUSTOMER_ID; run.py starts the server and gives these.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 6) {
        qFatal("usage: saltdesk_bench BASE_URL APP_ID SECRET CERTIFICATE CUSTOMER_ID");
    }
    QFile certificate(arguments.at(4));
    if (!certificate.open(QIODevice::ReadOnly)) {
        qFatal("cannot read the certificate");
    }
    const LoadedServer server{QUrl(arguments.at(1)), arguments.at(2).toUtf8(), arguments.at(3).toUtf8(),
                              certificate.readAll(), arguments.at(4),          arguments.at(5)};
    benchListing(server);
    const std::vector<QByteArray> pages = fetchPages(server);
    benchDecoding(pages);
    benchRecords();
    benchModel(pages);
    return 0;
}
