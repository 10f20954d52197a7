import ArgumentParser
import BatchVideo

/// `batchvideo batches`: jobs that were filed together.
struct BatchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batches", abstract: "Lists and steers batches.",
        subcommands: [List.self, Show.self, Footage.self, Cancel.self, Retry.self])

    private static func line(_ batch: JSONValue) -> String {
        let counts = (batch["counts"]?.object ?? [:]).sorted { $0.key < $1.key }
            .compactMap { entry in entry.value.int.map { "\(entry.key) \($0)" } }
        return ([batch.text("id"), batch.text("name"), "\(batch.text("total")) jobs"] + counts)
            .joined(separator: "\t")
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists batches, newest first.")

        @Option var page = 1
        @OptionGroup var api: APIOptions

        func run() async throws {
            api.show(try await api.api().get("/batches?page=\(page)&page_size=50")) {
                $0.items.map(BatchesCommand.line)
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows how a batch stands.")

        @Argument var id: Int
        @OptionGroup var api: APIOptions

        func run() async throws {
            api.show(try await api.api().get("/batches/\(id)")) { [BatchesCommand.line($0)] }
        }
    }

    struct Footage: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells which clips more than one film of a batch shows.")

        @Argument var id: Int
        @OptionGroup var api: APIOptions

        func run() async throws {
            api.show(try await api.api().get("/batches/\(id)/footage")) { report in
                ["\(report.text("shots")) shots show \(report.text("clips")) different clips"]
                    + (report["reused"]?.array ?? []).map { clip in
                        let jobs = (clip["jobs"]?.array ?? []).compactMap(\.int)
                        return "\(clip.text("key"))\tin jobs \(jobs.map(String.init).joined(separator: ", "))"
                    }
            }
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ends all jobs of a batch.")

        @Argument var id: Int
        @OptionGroup var api: APIOptions

        func run() async throws {
            api.show(try await api.api().ask("POST", "/batches/\(id)/cancel")) { _ in ["cancelling batch \(id)"] }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Runs what failed or was cancelled again.")

        @Argument var id: Int
        @OptionGroup var api: APIOptions

        func run() async throws {
            api.show(try await api.api().ask("POST", "/batches/\(id)/retry")) { _ in ["retrying batch \(id)"] }
        }
    }
}
