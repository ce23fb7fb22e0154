# SPDX-License-Identifier: Apache-2.0
"""The sandbox's banks as an agent meets them: what each wants, asks, and how it is made to fail once."""
from dataclasses import dataclass, field

LOGIN = {"Login": "username", "Password": "secret"}
REFUSED_LOGIN = "The bank refused the login"
REFUSED_CODE = "The bank refused the code"
ASKED_AGAIN = "The bank did not accept the last answer and asks again."
SECOND_STEP = "The bank asks one thing more: question 2 of this attempt."


@dataclass
class Question:
    """One prompt. An answer is a text for a field, or a list of choices; None is the customer's approval elsewhere."""
    field: str = "SMS code"
    answer: object = "123456"
    says: tuple = ()
    verb: str = "Send code"
    picture: str = ""
    remote: bool = False
    late: bool = False  # nobody answers in time


@dataclass
class Try:
    """One attempt: what is typed, what is asked, and how it ends (with nothing: well)."""
    login: dict = field(default_factory=lambda: dict(LOGIN))
    questions: tuple = ()
    fails: str = ""
    says: str = ""
    page: str = ""  # the decision at the bank's own page
    other_login: bool = False  # than last time, which is refused until it is said to be meant


@dataclass
class Bank:
    code: str
    name: str
    tries: list
    again: str = "Reconnect that one instead"  # or "Try again", in the dialog that failed, or "Reconnect", at its row


def wrong(fails="InvalidCredentials", says=REFUSED_LOGIN, other_login=False, **changes):
    login = {**LOGIN, **{key.replace("_", " "): text for key, text in changes.items()}}
    return Try(login=login, fails=fails, says=says, other_login=other_login)


def refused(*questions, login=None):
    return Try(login or dict(LOGIN), questions, "InvalidInteractiveCredentials", REFUSED_CODE)


def right(*questions, login=None, other_login=False):
    return Try(LOGIN if login is None else login, questions, other_login=other_login)


def chosen(name, option):
    return Question(name, [option], verb="Send choice")


def ticked(*options):
    return Question("", list(options), verb="Send choice")


def typed(name, text, **more):
    return Question(name, text, verb="Send answer", **more)


SMS = Question()
WRONG_SMS = Question(answer="000000")
APPROVED = Question(field="", answer=None, verb="The customer has approved", says=("Please open your bank's app",))
EVERYDAY, SAVINGS = "Everyday account •••• 0815", "Savings account •••• 4711"
CLOSED = "Closed account •••• 1234"
API_FIELDS = {"User ID": "username", "IBAN": "DE02120300000000202051", "Kind of customer": ["Personal"]}
ADDRESS = "Address of the statement file"
PICTURE = "Characters in the picture"
CODE = "Confirmation code (123456)"
DENIED = "ProviderAccessNotGranted"

OTHER_LOGIN = "This is another login than last time."
NEW_LOGIN = "These are new credentials: replace the ones of last time"

# Over the bus an option is written into its combo box: Qt 6.4 lets nobody choose from the list but with keys.
BANKS = [
    Bank("fakebank_simple_xf", "Fakebank Simple", [wrong(Password="no-such-password"), right()]),
    Bank("fakebank_interactive_xf", "Fake Bank with SMS", [refused(WRONG_SMS), right(SMS)]),
    Bank("fakebank_two_step_interactive_xf", "Fake Bank with Two Steps", [
        refused(SMS, Question("Confirmation PIN", "4711-0", (SECOND_STEP,))),
        right(SMS, Question("Confirmation PIN", "4711", (SECOND_STEP,)))]),
    Bank("fakebank_patient_interactive_xf", "Fake Bank that Asks Again", [
        refused(WRONG_SMS, *[Question(answer="000000", says=(ASKED_AGAIN,))] * 2),
        right(WRONG_SMS, Question(says=(ASKED_AGAIN,)))]),
    Bank("fakebank_semi_interactive_xf", "Fake Bank that Asks Sometimes", [refused(WRONG_SMS), right()], "Try again"),
    Bank("fakebank_image_xf", "Fake Bank with Image", [
        refused(typed(PICTURE, "AAAAA")), right(typed(PICTURE, "7RK4M", picture="Security picture"))]),
    Bank("fakebank_remote_image_xf", "Fake Bank with Remote Image", [
        refused(typed("Captcha", "AAAAA")), right(typed("Captcha", "X9T3H", picture="Security picture", remote=True))]),
    Bank("fakebank_dynamic_multi_select_xf", "Fake Bank with Dynamic Multi-Select", [
        refused(ticked(CLOSED)), right(ticked(EVERYDAY, SAVINGS))]),
    Bank("fakebank_select_xf", "Fake Bank with Select", [
        Try({**LOGIN, "Branch": "North"}, fails="InvalidCredentials", says=REFUSED_LOGIN),
        right(login={**LOGIN, "Branch": "South"}, other_login=True)], "Try again"),
    Bank("fakebank_dynamic_select_xf", "Fake Bank with Dynamic Select", [
        refused(Question("Account", CLOSED, verb="Send choice")),
        right(Question("Account", SAVINGS, verb="Send choice"))]),
    Bank("fakebank_with_optional_fields_xf", "Fake Bank with Optional Fields", [
        wrong(Branch_code="9999"), right(other_login=True)]),
    Bank("fakebank_with_token_xf", "Fake Bank with Token", [
        Try({"User name": "username", "Access token": "no-such-password"}, fails="InvalidCredentials", says=REFUSED_LOGIN),
        right(login={"User name": "username", "Access token": "token-123456"})]),
    Bank("fakebank_decoupled_xf", "Fake Bank with Approval in the App", [
        refused(APPROVED, login={**LOGIN, "Login": "decline"}), right(APPROVED, other_login=True)], "Try again"),
    Bank("fakebank_file_xf", "Fake Bank Statement File", [
        Try({ADDRESS: "https://example.com/broken.csv"}, fails="FileError", says="The statement file could not be read"),
        right(login={ADDRESS: "https://example.com/statement.csv"})]),
    Bank("fakebank_with_error_xf", "Fake Bank with Error", [
        wrong("ProviderError", "The bank failed", Login="ProviderError"),
        wrong("ExecutionTimeout", "The whole fetch took too long", Login="ExecutionTimeout", other_login=True),
        wrong("AispConsentRevoked", "The consent was found revoked", Login="AispConsentRevoked", other_login=True),
        wrong("ConnectionLost", "Salt Edge lost the running fetch", Login="ConnectionLost", other_login=True),
        right(other_login=True)]),
    Bank("fakebank_oauth_xf", "Fake Bank with OAuth", [
        Try({}, fails=DENIED, page="deny"), Try({}, page="allow")]),
    Bank("fake_oauth_client_xf", "Fake OAuth Bank with Client Keys", [
        Try({}, fails=DENIED, page="deny"),
        Try({}, (Question(CODE, "1"),), "InvalidInteractiveCredentials", REFUSED_CODE, "allow"),
        Try({}, (Question(CODE),), page="allow")]),
    Bank("fake_client_xf", "Fake Bank with Client Keys", [
        Try({"Login": "no"}, fails="InvalidCredentials", says=REFUSED_LOGIN),
        right(login={"Login": "username"}, other_login=True)]),
    Bank("fake_interactive_client_xf", "Fake Interactive Bank with Client Keys", [
        refused(WRONG_SMS, login={"Login": "username"}), right(SMS, login={"Login": "username"})]),
    Bank("fake_interactive_decoupled_client_xf", "Fake Decoupled Bank with Client Keys", [
        Try({"Login": "no"}, fails="InvalidCredentials", says=REFUSED_LOGIN),
        right(APPROVED, login={"Login": "username"}, other_login=True)]),
]

HASTY = Bank("fakebank_hasty_interactive_xf", "Fake Bank in a Hurry", [
    Try(questions=(Question(late=True),), fails="InteractiveTimeout", says="The bank's question was not answered in time"),
    right(SMS)])

# Those that want something chosen.
CHOOSING_BANKS = [
    Bank("fakebank_select_xf", "Fake Bank with Select", [
        Try({**LOGIN, "Branch": ["North"]}, fails="InvalidCredentials", says=REFUSED_LOGIN),
        right(login={**LOGIN, "Branch": ["South"]}, other_login=True)], "Try again"),
    Bank("fakebank_dynamic_select_xf", "Fake Bank with Dynamic Select", [
        refused(chosen("Account", CLOSED)), right(chosen("Account", EVERYDAY))]),
    Bank("fakebank_text_options_xf", "Fake Bank with Text Options", [
        refused(chosen("Way to confirm", "Code card")), right(chosen("Way to confirm", "SMS"))]),
    Bank("fakebank_one_option_xf", "Fake Bank with One Option", [
        wrong(Password="no-such-password"), right(chosen("Account", EVERYDAY))]),
    Bank("fakebank_api_with_fields_xf", "Fake Bank API with Fields", [
        Try({**API_FIELDS, "Kind of customer": ["Business"]}, fails="InvalidCredentials", says=REFUSED_LOGIN),
        right(login=API_FIELDS, other_login=True)]),
]
