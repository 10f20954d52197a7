package import BatchVideo
package import Foundation
import Synchronization

/// What a vendor's server did: what it charged for, and its tasks.
package final class VendorBooks: Sendable {
    /// What becomes of the tasks.
    package enum Fate: Sendable, Equatable {
        /// Done when it was asked after this many times.
        case done(afterLooks: Int)
        case failed(String)
        case never
        /// The vendor does not know them any more.
        case forgotten
        /// Done, but the result cannot be fetched any more.
        case expired
    }

    package enum Look: Sendable, Equatable {
        case running, done
        case failed(String)
        case unknown
    }

    private struct State {
        var charges: [String] = []
        var looks: [String: Int] = [:]
        var fate = Fate.done(afterLooks: 2)
    }

    private let state = Mutex(State())

    package init() {}

    /// What was paid, in order.
    package var charges: [String] { state.withLock { $0.charges } }

    package func charge(_ what: String) { state.withLock { $0.charges.append(what) } }

    package var fate: Fate {
        get { state.withLock { $0.fate } }
        set { state.withLock { $0.fate = newValue } }
    }

    /// Starts a task, which is charged; its id is `name` or a number.
    package func start(_ what: String, name: String? = nil) -> String {
        state.withLock { state in
            state.charges.append(what)
            let id = name ?? "task-\(state.looks.count + 1)"
            state.looks[id] = 0
            return id
        }
    }

    package func look(_ id: String) -> Look {
        state.withLock { state in
            guard let looks = state.looks[id], state.fate != .forgotten else { return .unknown }
            state.looks[id] = looks + 1
            switch state.fate {
            case .done(let needed): return looks + 1 >= needed ? .done : .running
            case .failed(let words): return .failed(words)
            case .never: return .running
            case .expired: return .done
            case .forgotten: return .unknown
            }
        }
    }

    /// Tasks that have not been seen done.
    package var openTasks: [String] {
        state.withLock { state in
            guard state.fate != .forgotten else { return [] }
            return state.looks.keys.sorted()
        }
    }

    package func knows(_ id: String) -> Bool { state.withLock { $0.looks[id] != nil } }
}

/// A faithful stand-in of a vendor, from its wire notes.
package struct VendorDouble: Sendable {
    /// `Vendor.id`.
    package var vendor: String
    /// Besides `url` and `key`.
    package var settings: [String: JSONValue]
    /// It takes tasks and is asked after them.
    package var isTask: Bool
    /// The answer to one request; `base` is the server's own address.
    package var answer:
        @Sendable (_ request: VendorRequest, _ books: VendorBooks, _ base: URL) async throws -> VendorReply
    /// It is talked to over a WebSocket.
    package var talk: (@Sendable (VendorBooks) -> VendorTalk)?

    package init(
        _ vendor: String, settings: [String: JSONValue] = [:], isTask: Bool,
        talk: (@Sendable (VendorBooks) -> VendorTalk)? = nil,
        answer: @escaping @Sendable (VendorRequest, VendorBooks, URL) async throws -> VendorReply
    ) {
        self.talk = talk
        self.vendor = vendor
        self.settings = settings
        self.isTask = isTask
        self.answer = answer
    }

    /// Runs the server; `body` gets it, its books, and the vendor's settings with the address filled in.
    package func run<Output: Sendable>(
        key: String? = "sk-test-key-1234", price: Double = 0,
        _ body: (VendorServer, VendorBooks, [String: JSONValue]) async throws -> Output
    ) async throws -> Output {
        let books = VendorBooks()
        let answer = answer
        return try await VendorServer.run(
            { request in
                try await answer(
                    request, books, URL(string: "http://\(request.header("host") ?? "")") ?? URL(filePath: "/"))
            }, talk: talk?(books)
        ) { server in
            var settings = settings
            settings["vendor"] = .string(vendor)
            settings["url"] = .string(server.url.absoluteString)
            if let key, settings["key"] == nil { settings["key"] = .string(key) }
            settings["price"] = .number(price)
            return try await body(server, books, settings)
        }
    }
}

extension VendorDouble: CustomStringConvertible {
    package var description: String { vendor }
}

extension VendorReply {
    package static let unknownRoute = VendorReply.json(["detail": "Not Found"], status: 404)

    /// As FastAPI says that a field is wrong.
    package static func wrong(_ field: String) -> VendorReply {
        .json(
            ["detail": [["loc": ["body", .string(field)], "msg": "field required", "type": "value_error"]]], status: 422
        )
    }
}
