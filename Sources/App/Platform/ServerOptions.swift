import ArgumentParser

/// How the API is reached.
struct ServerOptions: ParsableArguments {
    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on; 0 for any that is free.")
    var port = 8006

    @Option(help: ArgumentHelp("What stands before links that are given out, such as https://films.example.com.", valueName: "url"))
    var publicURL: String?

    @Option(help: ArgumentHelp("A page's origin that may use the API; may be given several times.", valueName: "origin"))
    var corsOrigin: [String] = []

    @Flag(help: "Believe X-Forwarded-For; only behind a proxy of yours.")
    var trustProxy = false

    @Flag(help: "Let strangers register.")
    var allowRegistration = false

    @Option(help: ArgumentHelp("nginx's internal location for the objects folder (X-Accel-Redirect).", valueName: "prefix"))
    var accelPrefix: String?

    mutating func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port is 0 to 65535, not \(port)")
        }
    }
}

/// Where the installation's data lies.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of the database and the films (default: $BATCHVIDEO_DATA, or ~/.local/share/batchvideo).", valueName: "dir"))
    var data: String?

    func platform() async throws -> Platform { try await Platform(DataFolder(data)) }
}
