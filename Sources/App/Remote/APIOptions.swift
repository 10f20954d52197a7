import ArgumentParser
import BatchVideo
import Foundation

/// Which platform a command speaks to.
struct APIOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A server elsewhere; its API key is read from $BATCHVIDEO_API_KEY.", valueName: "url"))
    var server: String?

    @Option(
        help: ArgumentHelp(
            "Whose jobs, on this machine (default: the only user, or the first administrator).", valueName: "name"))
    var user: String?

    @OptionGroup var data: DataOptions

    @Flag(help: "Print the API's answers as JSON.")
    var json = false

    mutating func validate() throws {
        guard server == nil || (user == nil && data.data == nil) else {
            throw ValidationError("--server speaks to another machine: leave out --user and --data")
        }
    }

    func api() async throws -> any API {
        if let server {
            guard let url = URL(string: server), ["http", "https"].contains(url.scheme ?? "") else {
                throw BatchVideoError(.invalid, "--server is an address such as https://films.example.com")
            }
            guard let key = try data.settings().settings.apiKey else {
                throw BatchVideoError(
                    .unauthorized, "set BATCHVIDEO_API_KEY to an API key of the server (made with POST /api/keys)")
            }
            return RemoteAPI(server: url, key: key)
        }
        let platform = try await data.platform()
        return LocalAPI(
            server: try platform.server(),
            user: try await Self.user(named: user, in: platform))
    }

    private static func user(named name: String?, in platform: Platform) async throws -> User {
        let users = platform.stores.users
        if let name {
            guard let user = try await users.user(named: name) else {
                throw BatchVideoError(.notFound, "there is no user \(name); see: batchvideo user list")
            }
            return user
        }
        let all = try await users.list(Page(1, size: 100)).items
        guard let user = all.count == 1 ? all[0] : all.first(where: \.isAdmin) else {
            throw BatchVideoError(
                .notFound,
                all.isEmpty
                    ? "there is no user yet; make one with: batchvideo user add NAME --admin"
                    : "there are several users; say which with --user")
        }
        return user
    }

    /// The answer as JSON when that is wanted, else what `lines` makes of it.
    func show(_ answer: JSONValue, _ lines: (JSONValue) -> [String]) {
        if json { print(answer.text) } else { lines(answer).forEach { print($0) } }
    }
}

extension JSONValue {
    /// A member as text for people; empty for none.
    func text(_ key: String) -> String {
        switch self[key] {
        case .string(let text): text
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .bool(let flag): flag ? "yes" : "no"
        default: ""
        }
    }

    var items: [JSONValue] { self["items"]?.array ?? [] }
}

extension String {
    /// As one part of a path or a query.
    var escaped: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-._~"))) ?? ""
    }
}
