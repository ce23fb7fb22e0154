# SPDX-License-Identifier: Apache-2.0
"""Does the validator bite? Everything here is wrong in one place and must fail.   check_bites.py DOCUMENT"""
import sys
import unittest

from coverage import gaps
from document import Document
from mutations import broken, sample
from schemas import faults
from traffic import reply_faults, request_faults

DOCUMENT = Document(sys.argv.pop(1))
HEADERS = {"App-id": "a", "Secret": "s", "Accept": "application/json", "Content-Type": "application/json"}
BASE = "https://www.saltedge.com/api/v5"


def request(method="GET", path="/customers", headers=None, body=""):
    return {"method": method, "url": BASE + path, "headers": HEADERS if headers is None else headers, "body": body}


def reply(body, status=200, target="/api/v5/customers", media="application/json"):
    return {"method": "GET", "target": target, "status": status, "headers": {"content-type": media}, "body": body}


class Requests(unittest.TestCase):
    def assert_refused(self, wrong, about):
        _, found = request_faults(DOCUMENT, wrong)
        self.assertTrue(any(about in fault for fault in found), f"{wrong}: {found}")

    def test_every_body_broken_at_every_level_fails(self):
        count = 0
        for operation in DOCUMENT.operations.values():
            if operation.body:
                schema = operation.body_schema()
                whole = sample(schema)
                self.assertEqual(faults(schema, whole), [], operation.id)
                for what, wrong in broken(schema, whole):
                    count += 1
                    self.assertTrue(faults(schema, wrong), f"{operation.id}: {what} passes")
        print(f"{count} broken bodies", file=sys.stderr)
        self.assertGreater(count, 300)

    def test_a_right_request_passes(self):
        for right in (request(), request(path="/connections?customer_id=1&per_page=1000"),
                      request(method="PUT", path="/connections/1/refresh", body='{"data":{}}')):
            self.assertEqual(request_faults(DOCUMENT, right)[1], [])

    def test_unknown_query_parameters_fail_everywhere(self):
        for operation in DOCUMENT.operations.values():
            path = operation.path.replace("{", "").replace("}", "")
            wrong = request(operation.method, path + "?unknown_parameter=1")
            self.assert_refused(wrong, "query parameter unknown_parameter is unknown")

    def test_queries_are_typed_and_complete(self):
        for path, about in (("/connections", "query parameter customer_id is missing"),
                            ("/connections?customer_id=abc", "customer_id"),
                            ("/connections?customer_id=1&customer_id=2", "twice"),
                            ("/customers?per_page=99", "per_page"), ("/customers?per_page=many", "per_page"),
                            ("/countries?include_fake_providers=yes", "include_fake_providers"),
                            ("/providers?mode=magic", "mode"), ("/customers?from_id=" + "1" * 20, "from_id")):
            self.assert_refused(request(path=path), about)

    def test_paths_and_methods_are_known(self):
        self.assert_refused(request(path="/nothing"), "no operation")
        self.assert_refused(request("DELETE", "/customers"), "no operation")
        self.assert_refused(request(path="/connections/abc"), "path parameter connection_id")
        self.assert_refused({**request(), "url": "https://www.saltedge.com/customers"}, "no operation")

    def test_headers_are_there_and_typed(self):
        for name in HEADERS:
            left = {key: value for key, value in HEADERS.items() if key != name}
            _, found = request_faults(DOCUMENT, request(headers=left))
            self.assertTrue(found and f"header {name}".lower() in found[0].lower(), f"without {name}: {found}")
        self.assert_refused(request(headers={**HEADERS, "Expires-at": "1700000060.5"}), "expires-at")

    def test_bodies_are_json_and_where_they_belong(self):
        create = {"method": "POST", "path": "/customers"}
        for body, about in (("", "the body is missing"), ("{", "the body"), ("null", "(root)"),
                            ('{"data":{"identifier":"a","identifier":"b"}}', "named twice"),
                            ('{"data":{"identifier":NaN}}', "not JSON")):
            self.assert_refused(request(**create, body=body), about)
        self.assert_refused(request("DELETE", "/connections/1", body="{}"), "takes no body")

    def test_one_of_the_two_forms_of_credentials(self):
        schema = DOCUMENT.operations["createConnection"].body_schema()
        both = sample(schema)
        both["data"]["encrypted_credentials"] = {"algorithm": "a", "content": "YQ==", "key": "YQ==", "iv": "YQ=="}
        self.assertTrue(faults(schema, both))

    def test_members_of_another_request_fail(self):
        schema = DOCUMENT.operations["createConnection"].body_schema()
        misplaced = sample(schema)
        misplaced["data"]["attempt"]["exclude_accounts"] = ["1"]
        self.assertTrue(faults(schema, misplaced))


class Replies(unittest.TestCase):
    def assert_refused(self, wrong, about):
        _, found = reply_faults(DOCUMENT, wrong)
        self.assertTrue(any(about in fault for fault in found), f"{wrong}: {found}")

    def test_every_example_broken_at_every_level_fails(self):
        count = 0
        for operation in DOCUMENT.operations.values():
            for response in operation.responses.values():
                described = response["content"].get("application/json", {})
                for example in described.get("examples", {}).values():
                    for what, wrong in broken(described["schema"], example["value"]):
                        count += 1
                        self.assertTrue(faults(described["schema"], wrong), f"{operation.id}: {what} passes")
        print(f"{count} broken replies", file=sys.stderr)
        self.assertGreater(count, 1000)

    def test_a_right_reply_passes(self):
        empty = '{"data":[],"meta":{"next_id":null,"next_page":null}}'
        self.assertEqual(reply_faults(DOCUMENT, reply(empty))[1], [])
        more = '{"data":[],"meta":{"next_id":null,"next_page":null,"new":1},"new":1}'
        self.assertEqual(reply_faults(DOCUMENT, reply(more))[1], [])

    def test_what_is_not_the_contract_fails(self):
        empty = '{"data":[],"meta":{"next_id":null,"next_page":null}}'
        refused = '{"error":{"class":"%s","message":"m"}}'
        for wrong, about in (
                (reply('{"data":[]}'), "'meta' is a required property"),
                (reply('{"data":[],"meta":{"next_id":null}}'), "next_page"),
                (reply(empty, status=201), "201"), (reply(empty, status=302), "302"),
                (reply(empty, media="text/html"), "content type"), (reply("{"), "the body"),
                (reply(empty, target="/api/v5/nothing"), "no operation"),
                (reply(empty, status=400), "error"),
                (reply(refused % "NewClass", status=400), "NewClass"),
                (reply(refused % "WrongRequestFormat", status=404, target="/api/v5/customers/1"), "NotFound"),
                (reply(refused % "WrongRequestFormat", status=404, target="/api/v5/nothing"), ""),
        ):
            if about:
                self.assert_refused(wrong, about)
            else:
                self.assertEqual(reply_faults(DOCUMENT, wrong)[1], [])

    def test_times_are_utc_and_real(self):
        schema = DOCUMENT.whole["components"]["schemas"]["DateTime"]
        for text in ("2020-09-07T10:35:46", "2020-09-07T10:35:46+02:00", "2020-13-07T10:35:46Z", "yesterday"):
            self.assertTrue(faults(schema, text), text)
        self.assertEqual(faults(schema, "2020-09-07T10:35:46.123Z"), [])


class Coverage(unittest.TestCase):
    def test_gaps_and_stale_exemptions_are_found(self):
        wanted = {"a", "a query x", "b", "b query y"}
        self.assertEqual(list(gaps(wanted, {"a", "a query x", "b", "b query y"}, {})), [])
        self.assertEqual(list(gaps(wanted, {"a"}, {})), ["a query x never occurs", "b never occurs"])
        self.assertEqual(list(gaps(wanted, {"a", "a query x"}, {"b": "why"})), [])
        self.assertEqual(list(gaps(wanted, wanted, {"b": "why"})), ["b is listed as left out, but occurs"])
        self.assertEqual(list(gaps({"a"}, {"a"}, {"c": "why"})), ["c is listed as left out, but unknown"])


if __name__ == "__main__":
    unittest.main()
