// SPDX-License-Identifier: Apache-2.0
#include "Measure.h"
#include "details/SentenceCard.h"
#include "theme/Theme.h"
#include "window/FindField.h"
#include "window/MainWindow.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QNetworkAccessManager>
#include <QTimer>

using namespace saltdesk;
using namespace saltdesk::bench;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Ends the loop once the card is painted with the sentence of this customer.
class SentencePainted : public QObject
{
public:
    SentencePainted(models::Workspace &workspace, QString customer, QEventLoop &loop)
        : m_workspace(workspace)
        , m_customer(std::move(customer))
        , m_loop(loop)
    {}

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isHis =
            m_workspace.scope().customerLabel() == m_customer && !m_workspace.openConnection().id().isEmpty();
        if (event->type() == QEvent::Paint && isHis) {
            // Once the card itself has painted.
            QTimer::singleShot(0, &m_loop, &QEventLoop::quit);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    models::Workspace &m_workspace;
    QString m_customer;
    QEventLoop &m_loop;
};

struct Find
{
    Milliseconds untilSentence{0};
    Milliseconds ofTheApi{0};
};

/// The replies that the sentence can't come before, one after the other: who it is, and his connections.
Milliseconds repliesOf(const models::ActivityModel &activity)
{
    Milliseconds sum{0};
    int replies = 0;
    for (int row = 0; row < activity.rowCount(); ++row) {
        const QString &path = activity.exchange(row).pathTemplate;
        if (path == "customers"_L1 || path == "connections"_L1) {
            sum += activity.exchange(row).duration;
            ++replies;
        }
    }
    if (replies != 2) {
        qFatal("%d replies were counted instead of two", replies);
    }
    return sum;
}

Find find(models::Workspace &workspace, ui::MainWindow &window, const QString &customer)
{
    auto &field = *window.findChild<ui::FindField *>();
    QEventLoop loop;
    SentencePainted painted(workspace, customer, loop);
    window.findChild<ui::SentenceCard *>()->installEventFilter(&painted);
    workspace.activity().clear();
    field.setFocus();
    field.setText(customer);
    QElapsedTimer timer;
    timer.start();
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    QCoreApplication::sendEvent(&field, &enter);
    loop.exec();
    const Milliseconds elapsed(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    return {elapsed, repliesOf(workspace.activity())};
}

} // namespace

/// usage: saltdesk_bench_sentence BASE_URL APP_ID SECRET; run.py starts a sandbox with its start state and gives these.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        qFatal("usage: saltdesk_bench_sentence BASE_URL APP_ID SECRET");
    }
    ui::Theme theme(application, ui::Theme::Mode::Light);
    api::ApiEndpoint endpoint;
    endpoint.baseUrl = QUrl(arguments.at(1));
    endpoint.appId = arguments.at(2).toUtf8();
    endpoint.secret = api::Secret::copyOf(arguments.at(3).toUtf8());
    QNetworkAccessManager network;
    const api::SystemClock clock;
    models::Workspace workspace(network, endpoint, {.kind = models::EnvironmentKind::Sandbox, .hasKeys = true}, clock);
    ui::MainWindow window(workspace);
    window.show();

    const QStringList customers{u"helpdesk-000101"_s, u"helpdesk-000123"_s};
    constexpr int rounds = 20;
    std::vector<Milliseconds> all;
    std::vector<Milliseconds> ours;
    for (int round = 0; round < rounds + 2; ++round) {
        const Find found = find(workspace, window, customers.at(round % 2));
        if (round >= 2) { // the first of each warm up
            all.push_back(found.untilSentence);
            ours.push_back(found.untilSentence - found.ofTheApi);
        }
    }
    reportBound(u"Enter in the find field to the sentence"_s, median(all), worst(all), 100);
    reportBound(u"  of it not waiting for replies"_s, median(ours), worst(ours), 50);
    return 0;
}
