// SPDX-License-Identifier: Apache-2.0
#include "RunningSandbox.h"
#include "connecting/ConnectLink.h"
#include "resources/CustomersApi.h"

#include <QNetworkReply>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::ConnectLink;
using sandbox::Fault;
using sandbox::FaultKind;
using State = ConnectLink::State;

/// The connect link on the sandbox's own routes: what it asks for opens a page.
class TestConnectLinkAndSandbox : public QObject
{
    Q_OBJECT

private slots:
    void theLinkOpensAPage();
    void aLostReplyIsNotRepeated();

private:
    [[nodiscard]] static ConnectLink::Request creation(api::ApiClient &client);
};

ConnectLink::Request TestConnectLinkAndSandbox::creation(api::ApiClient &client)
{
    testing::Arrival arrival(api::CustomersApi(client).findByIdentifier(u"helpdesk-000101"_s));
    api::CreateConnectSessionRequest request;
    if (arrival.wait() && arrival.ok() && *arrival.result()) {
        request.customerId = (*arrival.result())->id;
    }
    request.consent.scopes = {u"account_details"_s, u"transactions_details"_s};
    return request;
}

void TestConnectLinkAndSandbox::theLinkOpensAPage()
{
    testing::RunningSandbox sandbox(testing::Wire::Http, false, 1);
    QNetworkAccessManager network;
    const api::SystemClock clock;
    api::ApiClient client(network, sandbox.endpoint(), clock, testing::hastyLimits());
    ConnectLink link(client, client.serverClock());

    QVERIFY(link.ask(creation(client)));
    QTRY_COMPARE(link.state(), State::Ready);
    QVERIFY(link.left() > 0s);
    QVERIFY(link.left() <= 1h);

    const QUrl page = QUrl::fromEncoded(link.url().reveal().toByteArray());
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(page)));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QVERIFY(reply->header(QNetworkRequest::ContentTypeHeader).toString().startsWith(u"text/html"));
}

void TestConnectLinkAndSandbox::aLostReplyIsNotRepeated()
{
    testing::RunningSandbox sandbox(testing::Wire::Http, false, 1);
    QNetworkAccessManager network;
    const api::SystemClock clock;
    api::ApiClient client(network, sandbox.endpoint(), clock, testing::hastyLimits());
    ConnectLink link(client, client.serverClock());
    const ConnectLink::Request request = creation(client);
    Fault lost;
    lost.kind = FaultKind::LostReply;
    lost.method = "POST";
    sandbox.server().faults().add(lost);

    QVERIFY(link.ask(request));
    QTRY_COMPARE(link.state(), State::Failed);
    QVERIFY(link.error()->outcomeUnknown);
    QCOMPARE(sandbox.received("POST"), 1);

    QVERIFY(link.askAgain());
    QTRY_COMPARE(link.state(), State::Ready);
    QCOMPARE(sandbox.received("POST"), 2);
}

QTEST_GUILESS_MAIN(TestConnectLinkAndSandbox)
#include "tst_connectlinkandsandbox.moc"
