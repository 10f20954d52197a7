"""An OSS that checks signatures with Alibaba's own oss2, for tests: objects in memory, on loopback.

Usage: PYTHONPATH=.build/oss python3 -S oss_judge.py. Prints "ready PORT"; ends when its standard input ends. Bucket
"films" in the path, region cn-hangzhou, access key LTAItester, secret oss-testing-secret.
"""
import base64
import hashlib
import sys
import threading
import time
import urllib.parse
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest import mock

import oss2.auth
import oss2.http

KEY, SECRET, REGION, BUCKET = "LTAItester", "oss-testing-secret", "cn-hangzhou", "films"
objects, uploads, lock = {}, {}, threading.Lock()


class Refusal(Exception):
    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def fresh(moment, seconds=900):
    if abs(time.time() - moment) > seconds:
        raise Refusal(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.")


def stamp(text):
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ")


def request(method, key, params, headers):
    made = oss2.http.Request(method, "http://x/", params=dict(params), headers=dict(headers), region=REGION, product="oss")
    made.method = method
    return made


def parameter(text, name):
    return dict(urllib.parse.parse_qsl(text.split("?", 1)[1], keep_blank_values=True))[name]


def frozen(moment):
    clock = mock.Mock(wraps=datetime)
    clock.utcnow.return_value = moment
    return mock.patch.object(oss2.auth, "datetime", clock)


def check(method, key, params, headers):
    """Raises Refusal unless oss2 signs the same request in the same way."""
    given = headers.get("authorization", "")
    signed = {k: v for k, v in headers.items() if k in ("content-type", "content-md5") or k.startswith("x-oss-")}
    if given.startswith("OSS4-HMAC-SHA256 "):
        fields = dict(item.strip().split("=", 1) for item in given.split(" ", 1)[1].split(","))
        moment = stamp(headers["x-oss-date"])
        fresh((moment - datetime(1970, 1, 1)).total_seconds())
        copy = request(method, key, params, signed)
        with frozen(moment):
            oss2.auth.AuthV4(KEY, SECRET)._sign_request(copy, BUCKET, key)
        wanted = dict(item.strip().split("=", 1) for item in copy.headers["authorization"].split(" ", 1)[1].split(","))
        same = fields == wanted
    elif given.startswith("OSS "):
        from email.utils import parsedate_to_datetime

        fresh(parsedate_to_datetime(headers["date"]).timestamp())
        copy = request(method, key, params, signed)
        with mock.patch.object(oss2.utils, "http_date", lambda *_: headers["date"]):
            oss2.auth.Auth(KEY, SECRET)._sign_request(copy, BUCKET, key)
        same = given == copy.headers["authorization"]
    elif "x-oss-signature" in params:
        moment, seconds = stamp(params["x-oss-date"]), int(params["x-oss-expires"])
        own = {k: v for k, v in params.items() if not k.startswith("x-oss-")}
        with frozen(moment):
            made = oss2.auth.AuthV4(KEY, SECRET)._sign_url(request(method, key, own, {}), BUCKET, key, seconds)
        same = all(parameter(made, name) == value for name, value in params.items())
        if same and time.time() > (moment - datetime(1970, 1, 1)).total_seconds() + seconds:
            raise Refusal(403, "AccessDenied", "Request has expired.")
    elif "Signature" in params:
        end = int(params["Expires"])
        own = {k: v for k, v in params.items() if k not in ("OSSAccessKeyId", "Expires", "Signature")}
        with mock.patch.object(oss2.auth.time, "time", lambda: end - 60):
            made = oss2.auth.Auth(KEY, SECRET)._sign_url(request(method, key, own, {}), BUCKET, key, 60)
        same = all(parameter(made, name) == value for name, value in params.items())
        if same and time.time() > end:
            raise Refusal(403, "AccessDenied", "Request has expired.")
    else:
        raise Refusal(403, "AccessDenied", "Anonymous access is forbidden for this operation.")
    if not same:
        raise Refusal(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.")


def perform(method, key, params, headers, body):
    if method == "PUT":
        proof = headers.get("content-md5")
        if proof and base64.b64decode(proof) != hashlib.md5(body).digest():
            raise Refusal(400, "InvalidDigest", "The Content-MD5 you specified was invalid.")
        tag = '"%s"' % hashlib.md5(body).hexdigest().upper()
        if "uploadId" in params:
            if params["uploadId"] not in uploads:
                raise Refusal(404, "NoSuchUpload", "The specified upload does not exist.")
            uploads[params["uploadId"]][int(params["partNumber"])] = (tag, body)
        else:
            objects[key] = (headers.get("content-type", ""), body)
        return 200, {"ETag": tag}, b""
    if method == "POST" and "uploads" in params:
        name = "upload-%d" % (len(uploads) + 1)
        uploads[name] = {"type": headers.get("content-type", "")}
        return 200, {"Content-Type": "application/xml"}, ("<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>" % name).encode()
    if method == "POST":
        import re

        parts = uploads.get(params["uploadId"])
        if parts is None:
            raise Refusal(404, "NoSuchUpload", "The specified upload does not exist.")
        listed = re.findall(r"<PartNumber>(\d+)</PartNumber>\s*<ETag>([^<]*)</ETag>", body.decode())
        whole = b""
        for number, tag in listed:
            if parts.get(int(number), ("", b""))[0] != tag:
                raise Refusal(400, "InvalidPart", "One or more of the specified parts could not be found.")
            whole += parts[int(number)][1]
        objects[key] = (parts["type"], whole)
        del uploads[params["uploadId"]]
        return 200, {"Content-Type": "application/xml"}, b"<CompleteMultipartUploadResult/>"
    if method == "DELETE":
        if "uploadId" in params:
            uploads.pop(params["uploadId"], None)
        else:
            objects.pop(key, None)
        return 204, {}, b""
    if key not in objects:
        raise Refusal(404, "NoSuchKey", "The specified key does not exist.")
    kind, body = objects[key]
    headers = {"Content-Type": kind}
    if "response-content-disposition" in params:
        headers["Content-Disposition"] = params["response-content-disposition"]
    return 200, headers, body


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        place = urllib.parse.urlsplit(self.path)
        params = dict(urllib.parse.parse_qsl(place.query, keep_blank_values=True))
        headers = {k.lower(): v for k, v in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", "0")))
        bucket, _, key = urllib.parse.unquote(place.path).lstrip("/").partition("/")
        try:
            if bucket != BUCKET:
                raise Refusal(404, "NoSuchBucket", "The specified bucket does not exist.")
            check(self.command, key, params, headers)
            with lock:
                status, extra, out = perform(self.command, key, params, headers, body)
        except Refusal as no:
            status, extra = no.status, {"Content-Type": "application/xml"}
            out = ("<?xml version='1.0' encoding='UTF-8'?><Error><Code>%s</Code><Message>%s</Message></Error>" % (no.code, no.message)).encode()
        self.send_response(status)
        for name, value in extra.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(out)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(out)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = answer

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print("ready", server.server_port, flush=True)
sys.stdin.read()
