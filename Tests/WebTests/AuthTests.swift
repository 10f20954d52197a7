import BatchVideo
import Crypto
import Foundation
import Store
import Testing

@testable import Web

@Suite("Auth", .timeLimit(.minutes(20)))
struct AuthTests {
    @Test("A user registers, logs in with JSON and with a form, and is known")
    func login() async throws {
        try await TestServer.run { server in
            let user = try await server.user("zhang.san")

            let me = try await server.send("GET", "/api/v1/auth/users/me/", as: user)
            let form = try await server.send(
                "POST", "/api/auth/login",
                headers: [("Content-Type", "application/x-www-form-urlencoded")],
                raw: Array("username=zhang.san&password=Correct-Horse-7".utf8))
            let again = try await server.send(
                "POST", "/api/auth/register",
                ["username": "zhang.san", "password": .string(TestServer.password)])

            #expect(me["username"] == "zhang.san")
            #expect(me["created_at"] == "2025-11-25T00:00:00")
            #expect(form["token_type"] == "bearer")
            #expect(form.headers["set-cookie"]?.contains("HttpOnly; SameSite=Strict") == true)
            #expect(again.status == 400)
            #expect(again["field"] == "username")
        }
    }

    @Test("Unknown users and wrong passwords get the same answer")
    func sameAnswer() async throws {
        try await TestServer.run { server in
            _ = try await server.user("known")

            let wrong = try await server.send(
                "POST", "/api/auth/login", ["username": "known", "password": "wrong"])
            let unknown = try await server.send(
                "POST", "/api/auth/login", ["username": "nobody", "password": "wrong"])

            #expect(wrong.status == 401)
            #expect(unknown.status == 401)
            #expect(wrong["message"] == unknown["message"])
            #expect(wrong.headers["www-authenticate"] == "Bearer")
        }
    }

    @Test("A user sees where they are logged in and ends it there, and nobody else's")
    func sessions() async throws {
        try await TestServer.run { server in
            let desk = try await server.user("li.si")
            let phone = try await server.logIn("li.si", agent: "Phone/1 (tab)")
            let stranger = try await server.user("stranger")

            let list = try await server.send("GET", "/api/sessions", as: desk)
            let items = try #require(list["items"].array)
            let there = try #require(items.first { $0["is_current"]?.bool == false })
            let id = try #require(there["id"]?.int)
            #expect(items.count == 2 && there["agent"]?.string == "Phone/1 (tab)")
            #expect(try await server.send("DELETE", "/api/sessions/\(id)", as: stranger).status == 404)
            #expect(try await server.send("GET", "/api/auth/users/me", as: phone).status == 200)

            #expect(try await server.send("DELETE", "/api/sessions/\(id)", as: desk).status == 200)
            #expect(try await server.send("GET", "/api/auth/users/me", as: phone).status == 401)
            let again = try await server.logIn("li.si", agent: "Phone/1")
            #expect(try await server.send("DELETE", "/api/sessions", as: desk)["ended"].int == 1)
            #expect(try await server.send("GET", "/api/auth/users/me", as: again).status == 401)
            #expect(try await server.send("POST", "/api/auth/logout", as: desk).status == 204)
            #expect(try await server.send("GET", "/api/auth/users/me", as: desk).status == 401)
            #expect(try await server.send("GET", "/api/auth/users/me", as: stranger).status == 200)
        }
    }

    @Test("A page that is open renews its cookie, for 30 days at most")
    func renewal() async throws {
        try await TestServer.run({ $0.tokenLifetime = .seconds(86_400) }) { server in
            var cookie = try await server.user("open.page").token
            func ask() async throws -> (name: String?, fresh: String?) {
                let answer = try await server.send(
                    "GET", "/api/auth/session", headers: [("Cookie", "bv_session=\(cookie)")])
                let fresh = answer.headers["set-cookie"]?.split(separator: ";").first?.dropFirst("bv_session=".count)
                return (answer["user"]["username"]?.string, fresh.map(String.init))
            }
            let first = try await ask()
            #expect(first.name == "open.page" && first.fresh == nil)
            for hour in stride(from: 16, to: 30 * 24, by: 16) {
                server.clock.advance(16 * 3_600)
                let answer = try await ask()
                #expect(answer.name == "open.page", "after \(hour) hours")
                cookie = try #require(answer.fresh, "after \(hour) hours")
            }
            server.clock.advance(16 * 3_600)
            let late = try await ask()
            #expect(late.name == nil && late.fresh == nil)
        }
    }

    @Test("Too many wrong passwords for one name have to wait")
    func limit() async throws {
        try await TestServer.run { server in
            _ = try await server.user("guessed")
            let body: JSON = ["username": "guessed", "password": "wrong"]
            for _ in 0..<10 { _ = try await server.send("POST", "/api/auth/login", body) }

            let limited = try await server.send("POST", "/api/auth/login", body)
            server.clock.advance(301)
            let later = try await server.send("POST", "/api/auth/login", body)

            #expect(limited.status == 429)
            #expect(limited.headers["retry-after"] == "300")
            #expect(later.status == 401)
        }
    }

    @Test("Tokens that are not exactly ours are refused")
    func tricks() throws {
        let tokens = try Tokens(secret: TestServer.secret)
        let now = Date(timeIntervalSince1970: 1_764_000_000)
        let user = User(id: "u-1", name: "zhang", passwordHash: "x", createdAt: now)
        let good = tokens.issue(to: user, now: now)
        let parts = good.split(separator: ".").map(String.init)
        func signed(_ header: String, _ payload: String, _ secret: String = TestServer.secret) -> String {
            let text = Data(header.utf8).base64URL + "." + Data(payload.utf8).base64URL
            let code = HMAC<SHA256>.authenticationCode(
                for: Data(text.utf8), using: SymmetricKey(data: Data(secret.utf8)))
            return text + "." + Data(code).base64URL
        }
        let header = #"{"alg":"HS256","typ":"JWT"}"#
        let payload = #"{"user_id":"u-1","exp":1764000100}"#
        let none = Data(#"{"alg":"none"}"#.utf8).base64URL
        let bad = [
            "", "a.b", "a.b.c", good + ".", good + "=", "." + good, good.uppercased(),
            "\(none).\(parts[1]).", "\(none).\(parts[1]).\(parts[2])",
            "\(parts[0]).\(parts[1]).", "\(parts[0]).\(parts[1]).AAAA",
            signed(#"{"alg":"none"}"#, payload), signed(#"{"alg":"HS512"}"#, payload),
            signed(#"{"alg":"RS256"}"#, payload), signed("{}", payload),
            signed(#"{"alg":"HS256","crit":["x"]}"#, payload), signed(header, payload, "another"),
            signed(header, #"{"user_id":"u-1"}"#), signed(header, #"{"user_id":"u-1","exp":"1764000100"}"#),
            signed(header, #"{"user_id":"u-1","exp":1764000000}"#),
            signed(header, #"{"user_id":7,"exp":1764000100}"#),
            signed(header, #"{"user_id":"u-1","exp":1764000100,"nbf":1764000090}"#),
            signed(header, #"{"user_id":"u-1","exp":1764000100,"iat":1764000090}"#),
            signed(header, #"{"user_id":"u-1","user_id":"u-2","exp":1764000100}"#),
        ]

        #expect(tokens.verify(good, now: now)?.userID == "u-1")
        #expect(tokens.verify(signed(header, payload), now: now)?.userID == "u-1")
        #expect(tokens.verify(good, now: now + 3_600) == nil)
        for token in bad { #expect(tokens.verify(token, now: now) == nil, "\(token)") }
        #expect(throws: BatchVideoError.self) { try Tokens(secret: "short") }
    }

    @Test("Passwords match their own hash only, whatever their cost was")
    func hashes() async throws {
        let passwords = Passwords(cost: .init(logN: 4))
        let dearer = Passwords(cost: .init(logN: 5))
        let hash = try await passwords.hash("正确的密码")

        #expect(hash.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        #expect(try await dearer.matches("正确的密码", hash))
        #expect(try await !dearer.matches("错误的密码", hash))
        #expect(try await !dearer.matches("正确的密码", nil))
        #expect(try await !dearer.matches("x", "$scrypt$ln=63,r=8,p=1$AAAA$AAAA"))
        #expect(try await passwords.hash("正确的密码") != hash)
    }

    @Test("A deleted user's token, an old one and one from before a new password are worth nothing")
    func endedTokens() async throws {
        try await TestServer.run { server in
            let deleted = try await server.user("deleted")
            let changed = try await server.user("changed")
            let old = try await server.user("old")
            try await server.store.stores.users.delete(deleted.id)
            let change = try await server.send(
                "PUT", "/api/auth/password", as: changed,
                ["old_password": .string(TestServer.password), "new_password": "Another-Horse-8"])
            #expect(change.status == 204)

            #expect(try await server.send("GET", "/api/jobs", as: deleted).status == 401)
            #expect(try await server.send("GET", "/api/jobs", as: changed).status == 401)
            #expect(try await server.send("GET", "/api/jobs", as: old).status == 200)
            server.clock.advance(3_601)
            #expect(try await server.send("GET", "/api/jobs", as: old).status == 401)
        }
    }

    @Test("API keys open what tokens open, until they are revoked")
    func keys() async throws {
        try await TestServer.run { server in
            let user = try await server.user("maker")
            let made = try await server.send("POST", "/api/keys", as: user, ["name": "ci", "days": 30])
            let key = TestUser(id: user.id, name: "", token: made["key"].string ?? "")
            #expect(made.status == 201)
            #expect(key.token.hasPrefix("bv_"))

            #expect(try await server.send("GET", "/api/auth/users/me", as: key)["user_id"] == .string(user.id))
            let list = try await server.send("GET", "/api/keys", as: user)
            #expect(!list.text.contains(key.token))
            let id = try #require(made["id"].int)
            #expect(try await server.send("DELETE", "/api/keys/\(id)", as: user).status == 200)
            #expect(try await server.send("GET", "/api/auth/users/me", as: key).status == 401)
        }
    }

    @Test("Sync takes the service token only and never changes a password")
    func sync() async throws {
        try await TestServer.run { server in
            let user = try await server.user("synced")
            let body: JSON = [
                "id": .string(user.id), "username": "renamed", "password": "Stolen-Horse-9",
            ]
            let service = TestUser(id: "", name: "", token: TestServer.serviceToken)

            #expect(try await server.send("POST", "/api/auth/sync", body).status == 401)
            #expect(try await server.send("POST", "/api/auth/sync", as: user, body).status == 401)
            #expect(try await server.send("POST", "/api/auth/sync", as: service, body)["username"] == "renamed")
            let stolen = try await server.send(
                "POST", "/api/auth/login", ["username": "renamed", "password": "Stolen-Horse-9"])
            #expect(stolen.status == 401)
        }
    }

    @Test("The session cookie works for pages of this server and for no others")
    func cookie() async throws {
        try await TestServer.run { server in
            let user = try await server.user("page")
            let cookie = ("Cookie", "bv_session=\(user.token)")
            let body: JSON = ["title": "a", "content": "b"]

            #expect(try await server.send("GET", "/api/jobs", headers: [cookie]).status == 200)
            #expect(try await server.send("POST", "/api/jobs", body, headers: [cookie]).status == 403)
            let foreign = ("Origin", "https://evil.example")
            #expect(try await server.send("POST", "/api/jobs", body, headers: [cookie, foreign]).status == 403)
            let own = ("Origin", "http://test.local")
            #expect(try await server.send("POST", "/api/jobs", body, headers: [cookie, own]).status == 201)
        }
    }
}
