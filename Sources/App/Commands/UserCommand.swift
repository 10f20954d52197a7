import ArgumentParser
import BatchVideo
import Foundation
import Web

/// `batchvideo user`: who may use the platform.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Makes and lists the platform's users.",
        subcommands: [Add.self, List.self, Password.self, Delete.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a user.")

        @Argument(help: "Name to log in with: letters, digits and ._@- .") var name: String
        @Flag(help: "May manage other users and everybody's jobs.") var admin = false
        @OptionGroup var data: DataOptions

        mutating func validate() throws {
            guard name.wholeMatch(of: /[\p{L}\p{N}._@\-]{3,64}/) != nil else {
                throw ValidationError("a name has 3 to 64 letters, digits and ._@-, not '\(name)'")
            }
        }

        func run() async throws {
            let password = try NewPassword.read()
            let platform = try await data.platform()
            let user = User(
                id: UUID().uuidString.lowercased(), name: name,
                passwordHash: try await Passwords().hash(password), isAdmin: admin, createdAt: Date())
            try await platform.stores.users.create(user)
            print("made user \(name)\(admin ? " (administrator)" : "")")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists users.")

        @OptionGroup var data: DataOptions

        func run() async throws {
            let users = try await data.platform().stores.users
            var page = 1
            while true {
                let found = try await users.list(Page(page, size: 100))
                for user in found.items {
                    let last = user.lastLoginAt.map { $0.formatted(.iso8601) } ?? "never"
                    print("\(user.name)\t\(user.isAdmin ? "admin" : "user")\tlast login \(last)")
                }
                guard page * 100 < found.total else { return }
                page += 1
            }
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Sets a user's password.")

        @Argument var name: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let password = try NewPassword.read()
            let users = try await data.platform().stores.users
            let hash = try await Passwords().hash(password)
            _ = try await users.update(try await UserCommand.id(name, users)) { $0.passwordHash = hash }
            print("changed the password of \(name)")
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Deletes a user with all jobs.")

        @Argument var name: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let users = try await data.platform().stores.users
            try await users.delete(try await UserCommand.id(name, users))
            print("deleted \(name)")
        }
    }

    private static func id(_ name: String, _ users: any UserStore) async throws -> String {
        guard let user = try await users.user(named: name) else {
            throw BatchVideoError(.notFound, "there is no user \(name); see: batchvideo user list")
        }
        return user.id
    }
}

/// A password from the terminal, without echo and twice, or a line of standard input.
enum NewPassword {
    static func read() throws -> String {
        let isTerminal = isatty(STDIN_FILENO) == 1
        let password = try isTerminal ? ask("Password: ") : line()
        if isTerminal, try ask("Again: ") != password {
            throw BatchVideoError(.invalid, "the passwords are not the same; try again")
        }
        guard (10...128).contains(password.count) else {
            throw BatchVideoError(.invalid, "a password has 10 to 128 characters")
        }
        return password
    }

    private static func line() throws -> String {
        guard let line = readLine(strippingNewline: true) else {
            throw BatchVideoError(.invalid, "give the password on standard input")
        }
        return line
    }

    private static func ask(_ prompt: String) throws -> String {
        guard let pointer = getpass(prompt) else {
            throw BatchVideoError(.unavailable, "there is no terminal to ask on; give the password on standard input")
        }
        return String(cString: pointer)
    }
}
