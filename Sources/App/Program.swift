import ArgumentParser

@main
struct Program: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batchvideo",
        abstract: "Turns texts into finished narrated films.",
        version: Version.current,
        subcommands: [
            MakeCommand.self, WriteCommand.self, VoicesCommand.self, DoctorCommand.self, ServeCommand.self,
            WorkerCommand.self, TopCommand.self, JobsCommand.self, BatchesCommand.self, UserCommand.self, DatabaseCommand.self,
            ConfigCommand.self, ProvidersCommand.self, ArtworkCommand.self, BenchCommand.self,
        ])

    static func main() async {
        do {
            try await Interruption.obeyed {
                var command = try parseAsRoot()
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
            }
        } catch {
            Failure(error).exit()
        }
    }
}
