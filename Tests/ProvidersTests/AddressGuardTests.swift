import BatchVideo
import Foundation
import Testing

@testable import Providers

@Suite("Addresses outside")
struct AddressGuardTests {
    @Test(
        "what leads to this machine or its network is refused, however it is written",
        arguments: [
            "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0.0.0.0/", "http://0/",
            "http://2130706433/", "http://0x7f.1/", "http://017700000001/", "http://10.1.2.3/",
            "http://172.16.0.9/", "http://192.168.1.1/", "http://169.254.169.254/", "http://100.64.0.1/",
            "http://[fe80::1]/", "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://224.0.0.1/", "file:///etc/passwd",
            "ftp://8.8.8.8/",
        ])
    func inside(_ text: String) async throws {
        let url = try #require(URL(string: text))
        await #expect(throws: BatchVideoError.self) { try await AddressGuard(allowed: [], setting: "s").check(url) }
    }

    @Test("public addresses, and hosts that are allowed, are let through")
    func outside() async throws {
        let world = AddressGuard(allowed: [], setting: "s")
        #expect(try await world.check(try #require(URL(string: "https://8.8.8.8/hook"))) == "8.8.8.8")
        #expect(
            try await world.check(try #require(URL(string: "http://[2606:4700:4700::1111]/")))
                == "2606:4700:4700:0:0:0:0:1111")
        let inside = try #require(URL(string: "http://localhost:9000/hook"))
        #expect(
            ["127.0.0.1", "0:0:0:0:0:0:0:1"].contains(
                try await AddressGuard(allowed: ["LOCALHOST"], setting: "s").check(inside)))
    }
}
