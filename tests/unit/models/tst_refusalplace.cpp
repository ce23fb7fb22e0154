// SPDX-License-Identifier: Apache-2.0
#include "connecting/RefusalPlace.h"

#include <QSet>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

api::ApiError refusal(const QString &errorClass)
{
    api::ApiError error;
    error.kind = api::ErrorKind::Rejected;
    error.errorClass = errorClass;
    return error;
}

} // namespace

class RefusalPlaceTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefusalStandsBesideItsCause_data();
    void aRefusalStandsBesideItsCause();
    void whatTheApiDidNotSayConcernsTheWhole_data();
    void whatTheApiDidNotSayConcernsTheWhole();
    void onlyAClientWithoutAccessIsSentToTheHostedPage_data();
    void onlyAClientWithoutAccessIsSentToTheHostedPage();
};

void RefusalPlaceTest::aRefusalStandsBesideItsCause_data()
{
    QTest::addColumn<RefusalPlace>("place");
    const auto rows = [](RefusalPlace place, const QList<const char *> &classes) {
        for (const char *each : classes) {
            QTest::newRow(each) << place;
        }
    };
    rows(RefusalPlace::Customer, {"CustomerNotFound", "CustomerLocked"});
    rows(RefusalPlace::Bank,
         {"CountryNotFound", "ProviderNotFound", "ProviderInactive", "ProviderDisabled", "ProviderUnavailable",
          "ProviderKeyFound", "ProviderKeyNotFound", "ProviderAccessNotGranted", "WrongProviderMode"});
    rows(RefusalPlace::Consent, {"AispConsentScopesInvalid", "AispConsentScopesNotAllowed",
                                 "InvalidAispConsentFromDate", "InvalidAispConsentPeriod", "HolderInfoNotSupported"});
    rows(RefusalPlace::Credentials, {"InvalidCredentials", "CredentialsNotMatch", "ConnectionDuplicated",
                                     "InvalidEncoding", "FileNotProvided", "FileNotSaved", "FileError"});
    rows(RefusalPlace::Options,
         {"DateFormatInvalid", "DateOutOfRange", "DateTimeFormatInvalid", "DateTimeOutOfRange", "InvalidFromDate",
          "InvalidToDate", "DateOutOfAispConsentRange", "CustomFieldsSizeTooBig", "CustomFieldsFormatInvalid",
          "FetchScopesInvalid", "FetchScopesNotAllowed", "AllAccountsExcluded", "ReturnURLInvalid",
          "ReturnURLTooLong"});
    // Nothing that was chosen is at fault: quota, state, pace.
    rows(RefusalPlace::Whole,
         {"ConnectionLimitReached", "ConnectionAlreadyProcessing", "ConnectionNotFound", "ConnectionDisabled",
          "RateLimitExceeded", "TooManyRequests", "BackgroundFetchLimitExceeded", "CategorizationLimitReached"});
    // Access, and what only this program can get wrong.
    rows(RefusalPlace::Whole,
         {"ApiKeyNotFound", "ClientDisabled", "ClientPending", "ClientRestricted", "ActionNotAllowed", "AppsRestricted",
          "RequestExpired", "SignatureNotMatch", "WrongClientToken", "RouteNotFound", "UnsupportedApiVersion",
          "InternalServerError", "JsonParseError", "ValueOutOfRange"});
}

void RefusalPlaceTest::aRefusalStandsBesideItsCause()
{
    QTEST(refusalPlace(refusal(QString::fromLatin1(QTest::currentDataTag()))), "place");
}

void RefusalPlaceTest::whatTheApiDidNotSayConcernsTheWhole_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("no class: the network") << QString();
    QTest::newRow("a class of the future") << u"MoonPhaseWrong"_s;
    QTest::newRow("letters count") << u"invalidcredentials"_s;
    QTest::newRow("a beginning is not a class") << u"Invalid"_s;
    QTest::newRow("nor is a longer one") << u"InvalidCredentialsAgain"_s;
}

void RefusalPlaceTest::whatTheApiDidNotSayConcernsTheWhole()
{
    QFETCH(QString, errorClass);
    QCOMPARE(refusalPlace(refusal(errorClass)), RefusalPlace::Whole);
}

void RefusalPlaceTest::onlyAClientWithoutAccessIsSentToTheHostedPage_data()
{
    QTest::addColumn<bool>("hosted");
    QTest::newRow("ActionNotAllowed") << true;
    QTest::newRow("AppsRestricted") << false;
    QTest::newRow("ClientRestricted") << false;
    QTest::newRow("InvalidCredentials") << false;
}

void RefusalPlaceTest::onlyAClientWithoutAccessIsSentToTheHostedPage()
{
    QTEST(wantsHostedPage(refusal(QString::fromLatin1(QTest::currentDataTag()))), "hosted");
    QVERIFY(!wantsHostedPage({}));
}

QTEST_GUILESS_MAIN(RefusalPlaceTest)
#include "tst_refusalplace.moc"
