import BatchVideo
import Foundation

/// The Python that runs the rivals' recipes.
struct Python: Sendable {
    /// A path, or nil for `python3` of the PATH.
    var path: String?

    /// Runs a script or `-c` code in the bench's folder; throws with the last thing it said.
    func run(
        _ arguments: [String], in folder: URL, log: String, environment: [String: String] = [:]
    ) async throws -> Spending {
        try await child(arguments, in: folder, log: log, environment: environment).run()
    }

    func child(
        _ arguments: [String], in folder: URL, log: String, environment: [String: String] = [:]
    ) -> MeasuredChild {
        MeasuredChild(
            program: path.map { URL(filePath: $0).path } ?? "/usr/bin/env",
            arguments: (path == nil ? ["python3"] : []) + arguments, folder: folder.path,
            environment: environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { own, _ in own },
            output: folder.appending(path: "\(log).out").path,
            log: folder.appending(path: "\(log).log").path)
    }

    /// Throws `.unavailable` when it lacks a module, naming what makes a Python that has it.
    func require(_ modules: [String], in folder: URL, from maker: String = "make bench") async throws {
        do {
            let code = modules.map { "import \($0)" }.joined(separator: "; ")
            _ = try await run(["-c", code], in: folder, log: "modules")
        } catch let error as BatchVideoError {
            throw BatchVideoError(
                .unavailable, "no Python with \(modules.joined(separator: ", ")): run \(maker)",
                cause: error)
        }
    }
}
