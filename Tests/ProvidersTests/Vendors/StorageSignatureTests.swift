import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

/// The examples of Amazon's own reference: "Signature Calculations for the Authorization Header" and
/// "Authenticating Requests: Using Query Parameters".
@Suite("Signatures of S3")
struct StorageSignatureTests {
    private static let signature = SignatureV4(
        accessKey: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", token: nil,
        region: "us-east-1")
    private static let now = Date(timeIntervalSince1970: 1_369_353_600)
    private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private func url(_ path: String) throws -> URL {
        try #require(URL(string: "https://examplebucket.s3.amazonaws.com" + path))
    }

    private func signed(_ order: HTTPOrder) -> String {
        var order = order
        Self.signature.sign(&order, now: Self.now)
        return order.headers.first { $0.0 == "Authorization" }?.1 ?? ""
    }

    @Test("a part of an object is asked for")
    func get() throws {
        let text = signed(HTTPOrder("GET", try url("/test.txt"), headers: [("Range", "bytes=0-9")]))
        #expect(
            text
                == "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
    }

    @Test("an object is put, its name escaped and its bytes hashed")
    func put() throws {
        let text = signed(
            HTTPOrder(
                "PUT", try url("/test%24file.text"),
                headers: [
                    ("Date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
                    (
                        "x-amz-content-sha256",
                        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"
                    ),
                ]))
        #expect(text.hasSuffix("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"))
    }

    @Test(
        "queries are signed in order, bare names with an equals sign",
        arguments: [
            ([("lifecycle", "")], "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
            (
                [("prefix", "J"), ("max-keys", "2")],
                "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
            ),
        ])
    func query(_ query: [(String, String)], _ wanted: String) throws {
        #expect(signed(HTTPOrder("GET", try url("/"), query: query)).hasSuffix("Signature=" + wanted))
    }

    @Test("a link is signed for a day")
    func link() throws {
        let link = Self.signature.presigned("GET", try url("/test.txt"), seconds: 86400, now: Self.now)
        #expect(
            link.absoluteString
                == "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404")
    }

    @Test("a bucket stands in the host with Amazon and Alibaba, in the path elsewhere, as a setting wants")
    func places() throws {
        func base(_ values: [String: JSONValue], own: String = "https://s3.eu-west-1.amazonaws.com") throws
            -> String
        {
            let settings = VendorSettings(
                name: "store", values: ["key": "a:b", "bucket": "films"].merging(values) { $1 })
            return try BucketAddress(settings, own: own, isVirtual: { $0.hasSuffix(".amazonaws.com") }).base
                .absoluteString
        }
        #expect(try base([:]) == "https://films.s3.eu-west-1.amazonaws.com")
        #expect(try base(["bucket": "my.films"]) == "https://s3.eu-west-1.amazonaws.com/my.films")
        #expect(try base(["url": "http://minio:9000"]) == "http://minio:9000/films")
        #expect(try base(["url": "http://minio:9000", "style": "virtual"]) == "http://films.minio:9000")
    }

    @Test(
        "settings that cannot be are told by name",
        arguments: [
            (["key": "onlyone"], "key"), (["bucket": "No"], "bucket"), (["style": "odd"], "style"),
            (["partMiB": 1], "partMiB"),
        ] as [([String: JSONValue], String)])
    func faults(_ values: [String: JSONValue], _ key: String) async throws {
        try await Workbench.run { bench in
            let all: [String: JSONValue] = ["vendor": "s3", "key": "a:b", "bucket": "films"]
            let error = await failure { _ = try bench.parts(all.merging(values) { $1 }) }
            #expect(error?.message.contains("providers.shop.\(key)") == true)
        }
    }
}
