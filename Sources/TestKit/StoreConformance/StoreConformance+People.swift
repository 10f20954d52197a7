import BatchVideo
import Foundation
import Testing

extension StoreConformance {
    static let people: [StoreCheck] = [
        StoreCheck("users come back, are changed and deleted with their rows") { scene in
            let users = scene.stores.users
            try await scene.file()
            let alice = try #require(try await users.user(named: "alice"))
            #expect(try await users.user(id: alice.id) == alice)
            #expect(try await users.user(named: "Alice") == nil)
            #expect(try await users.list(Page()).items.map(\.name) == ["alice", "bob"])
            await scene.refused(.conflict, "bob") {
                _ = try await users.update(alice.id) { $0.name = "bob" }
            }
            await scene.refused(.conflict, "alice") {
                try await users.create(User(id: "x", name: "alice", passwordHash: "p", createdAt: scene.start))
            }

            let changed = try await users.update(alice.id) {
                $0.lastLoginAt = scene.after(5)
                $0.isAdmin = true
            }
            #expect(try await users.user(id: alice.id) == changed)

            let claim = try await scene.claimed()
            await scene.refused(.conflict, "running") { try await users.delete(alice.id) }
            _ = try await scene.stores.queue.finish(.cancelled, lease: claim.lease, now: scene.after(1))
            try await users.delete(alice.id)
            #expect(try await users.user(id: alice.id) == nil)
            #expect(try await scene.stores.jobs.list(JobFilter(), Page(), owner: .everyone).total == 0)
            await scene.refused(.notFound) { try await users.delete(alice.id) }
        },
        StoreCheck("an API key works until it expires or is revoked") { scene in
            let keys = scene.stores.apiKeys
            let key = try await keys.create(
                APIKey(
                    userID: "id-of-alice", name: "ci", prefix: "bv_12", hash: "h1", createdAt: scene.start,
                    expiresAt: scene.after(1000)))
            await scene.refused(.conflict, "ci") {
                _ = try await keys.create(
                    APIKey(userID: "id-of-alice", name: "ci", prefix: "bv", hash: "h2", createdAt: scene.start))
            }

            #expect(try await keys.use(hash: "h1", now: scene.after(1))?.id == key.id)
            #expect(try await keys.use(hash: "h1", now: scene.after(30))?.lastUsedAt == scene.after(1))
            #expect(try await keys.use(hash: "h1", now: scene.after(90))?.lastUsedAt == scene.after(90))
            #expect(try await keys.use(hash: "h3", now: scene.after(1)) == nil)
            #expect(try await keys.use(hash: "h1", now: scene.after(1000)) == nil)
            try await keys.revoke(key.id, owner: scene.alice, now: scene.after(2))
            try await keys.revoke(key.id, owner: scene.alice, now: scene.after(3))
            #expect(try await keys.use(hash: "h1", now: scene.after(4)) == nil)
            #expect(try await keys.list(owner: scene.alice).map(\.revokedAt) == [scene.after(2)])
        },
        StoreCheck("a login lives until its time is over or somebody ends it") { scene in
            let logins = scene.stores.logins
            func begin(
                _ agent: String, _ user: String = "id-of-alice", at seconds: Double = 0
            ) async throws -> LoginSession {
                try await logins.begin(
                    LoginSession(
                        userID: user, agent: agent, address: "::1", createdAt: scene.after(seconds),
                        expiresAt: scene.after(seconds + 1000)))
            }
            let phone = try await begin("phone")
            let desk = try await begin("desk", at: 1)
            let other = try await begin("bob's", "id-of-bob")

            #expect(try await logins.use(phone.id, address: "::2", now: scene.after(30)) == phone)
            let used = try await logins.use(phone.id, address: "::2", now: scene.after(90))
            #expect(used?.lastUsedAt == scene.after(90) && used?.address == "::2")
            #expect(try await logins.list(owner: scene.alice, now: scene.after(91)).map(\.id) == [phone.id, desk.id])
            #expect(try await logins.list(owner: scene.alice, now: scene.after(1000)).map(\.id) == [desk.id])
            #expect(try await logins.use(phone.id, address: "", now: scene.after(1000)) == nil)
            try await logins.renew(phone.id, until: scene.after(2000))
            #expect(try await logins.use(phone.id, address: "", now: scene.after(1000)) != nil)

            await scene.refused(.notFound) { try await logins.end(other.id, owner: scene.alice) }
            #expect(try await logins.endAll(of: "id-of-alice", except: desk.id) == 1)
            try await logins.end(desk.id, owner: scene.alice)
            await scene.refused(.notFound) { try await logins.end(desk.id, owner: scene.alice) }
            await scene.refused(.notFound) { try await logins.renew(desk.id, until: scene.after(9)) }
            #expect(try await logins.list(owner: .everyone, now: scene.after(2)).map(\.agent) == ["bob's"])
            _ = try await begin("bob's next", "id-of-bob", at: 1500)
            #expect(try await logins.list(owner: .everyone, now: scene.after(2)).map(\.agent) == ["bob's next"])
        },
        StoreCheck("files are kept within the quota") { scene in
            let files = scene.stores.files
            try await files.add(scene.upload("a", bytes: 60), quotaBytes: 100)
            await scene.refused(.limited) { try await files.add(scene.upload("b", bytes: 41), quotaBytes: 100) }
            try await files.add(scene.upload("b", bytes: 40, kind: "voice"), quotaBytes: 100)
            await scene.refused(.conflict) { try await files.add(scene.upload("a", bytes: 0), quotaBytes: 100) }

            #expect(try await files.usedBytes(owner: scene.alice) == 100)
            #expect(try await files.list(kind: "voice", Page(), owner: scene.alice).items.map(\.key) == ["b"])
            #expect(try await files.find("a", owner: scene.alice) == scene.upload("a", bytes: 60))
            #expect(try await files.delete("a", owner: scene.alice).sizeBytes == 60)
            #expect(try await files.usedBytes(owner: scene.alice) == 40)
        },
        StoreCheck("a request with an idempotency key is done once") { scene in
            let requests = scene.stores.idempotency
            func begin(_ fingerprint: String = "f", at seconds: Double = 0) async throws -> IdempotencyRecord? {
                try await requests.begin(
                    "k", user: "id-of-alice", fingerprint: fingerprint, staleAfter: .seconds(60),
                    now: scene.after(seconds))
            }
            #expect(try await begin() == nil)
            await scene.refused(.conflict, "in work") { _ = try await begin(at: 59) }
            await scene.refused(.invalid, "another request") { _ = try await begin("g") }
            #expect(try await begin(at: 60) == nil)
            try await requests.abandon("k", user: "id-of-alice")
            #expect(try await begin(at: 61) == nil)

            let answer = IdempotencyRecord(status: 201, type: "application/json", body: "{\"id\":5}")
            try await requests.complete("k", user: "id-of-alice", answer: answer)

            #expect(try await begin(at: 62) == answer)
            try await requests.abandon("k", user: "id-of-alice")
            #expect(try await begin(at: 63) == answer)
        },
        StoreCheck("a job's answer is kept with the job, or neither is") { scene in
            let requests = scene.stores.idempotency
            func begin(_ seconds: Double) async throws -> IdempotencyRecord? {
                try await requests.begin(
                    "k", user: "id-of-alice", fingerprint: "f", staleAfter: .seconds(60), now: scene.after(seconds))
            }
            func file() async throws -> Job {
                let receipt = Receipt(key: "k", user: "id-of-alice") {
                    IdempotencyRecord(status: 201, type: "application/json", body: "\($0)")
                }
                return try await scene.stores.jobs.create(
                    JobDraft(title: "t", content: "c"), seed: 1, receipt: receipt, owner: scene.alice,
                    now: scene.start)
            }
            // The first server takes so long that a second one takes it for dead and works too.
            #expect(try await begin(0) == nil)
            #expect(try await begin(60) == nil)

            let job = try await file()
            await scene.refused(.conflict, "did the work") { _ = try await file() }

            #expect(try await begin(61)?.body == "\(job.id)")
            #expect(try await scene.stores.jobs.list(JobFilter(), Page(), owner: scene.alice).total == 1)
        },
        StoreCheck("the audit log tells the newest first") { scene in
            for action in ["login", "job.delete"] {
                try await scene.stores.audit.append(
                    AuditEntry(
                        userID: "id-of-alice", action: action, subject: "job:1", detail: ["a": 1],
                        address: "::1", at: scene.start))
            }

            let entries = try await scene.stores.audit.list(Page(), owner: scene.alice)

            #expect(entries.items.map(\.action) == ["job.delete", "login"])
            #expect(entries.items.first?.detail == ["a": 1])
        },
    ]
}
