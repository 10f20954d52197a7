import ArgumentParser
import BatchVideo
import Foundation

/// `batchvideo jobs`: what was filed and how it stands; the same as the API, here or elsewhere.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "Files, lists and steers jobs.",
        subcommands: [
            List.self, Show.self, Add.self, Import.self, Run.self, Cancel.self, Retry.self,
            Export.self, ResetStuck.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists jobs, newest first.")

        @Option(help: "Only jobs in this state: 待处理, PENDING, RUNNING, SUCCESS, FAILED ...") var status = ""
        @Option(help: "Part of the title.") var search = ""
        @Option var page = 1
        @Option(help: "Jobs on a page, 1 to 100.") var pageSize = 20
        @OptionGroup var api: APIOptions

        func run() async throws {
            let query = "page=\(page)&page_size=\(pageSize)&status=\(status.escaped)&q=\(search.escaped)"
            api.show(try await api.api().get("/jobs?" + query)) { answer in
                answer.items.map { job in
                    [
                        job.text("id"), job.text("execution_status"), job.text("progress") + " %",
                        job.text("title"), job.text("status_detail"),
                    ].joined(separator: "\t")
                } + ["\(answer.text("total")) in all"]
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows a job with its steps.")

        @Argument var id: Int
        @OptionGroup var api: APIOptions

        func run() async throws {
            api.show(try await api.api().get("/jobs/\(id)")) { job in
                let steps = job["execution"]?["steps"]?.array ?? []
                return [
                    "\(job.text("id"))  \(job.text("title"))",
                    "\(job.text("status")) \(job.text("execution_status"))  \(job.text("progress")) %  \(job.text("status_detail"))",
                ]
                    + steps.map { step in
                        "  \(step.text("stage"))\t\(step.text("state"))\t\(step.text("duration_ms")) ms\t"
                            + "\(step.text("done"))/\(step.text("total"))\t\(step.text("message"))"
                    } + (job["files"]?.object ?? [:]).sorted { $0.key < $1.key }.map { "  \($0.key)" }
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Files a job for each text.")

        @Argument(help: "Text files, folders of .txt and .md files, or - for standard input.")
        var texts: [String]

        @Option(help: "Title (default: the text's heading or first words).") var title: String?
        @Flag(help: "A portrait film.") var portrait = false
        @Option(help: "Speech speed, 0.5 to 2.0.") var speed = 0.9
        @Option(help: ArgumentHelp("Further choices as a JSON object, as the API's 'extra'.", valueName: "json"))
        var extra = "{}"
        @OptionGroup var api: APIOptions

        func run() async throws {
            let extra = try JSONValue(parsing: extra)
            let sources = try TextSource.expand(texts)
            let client = try await api.api()
            for source in sources {
                // How long it may be, the server says.
                let text = try ScriptInput.check(
                    try source.read(), limit: ScriptInput.mostCharacters)
                let answer = try await client.ask(
                    "POST", "/jobs",
                    .object([
                        "title": .string(title ?? Script.suggestedTitle(for: text)),
                        "content": .string(text), "is_horizontal": .bool(!portrait),
                        "speech_speed": .number(speed), "extra": extra,
                    ]))
                api.show(answer) { ["filed job \($0.text("id")): \(source.name)"] }
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Files the rows of a table: CSV, TSV, JSONL or XLSX.")

        @Argument(help: "The table; its name's end says what it is.") var file: String
        @Flag(help: "Only tell what would be filed.") var dryRun = false
        @Option(help: ArgumentHelp("Filing with the same key again files nothing.", valueName: "key"))
        var key: String?
        @Option(help: ArgumentHelp("Our field by the table's column, as JSON: {\"标题\":\"title\"}.", valueName: "json"))
        var mapping: String?
        @OptionGroup var api: APIOptions

        private static let types = [
            "csv": "text/csv", "tsv": "text/tab-separated-values", "jsonl": "application/x-ndjson",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ]

        func run() async throws {
            guard let type = Self.types[URL(filePath: file).pathExtension.lowercased()] else {
                throw BatchVideoError(.invalid, "\(file) is no table: name it .csv, .tsv, .jsonl or .xlsx")
            }
            guard let data = FileManager.default.contents(atPath: file) else {
                throw BatchVideoError(.notFound, "cannot read \(file); check the path")
            }
            var headers = ["content-type": type]
            if let key { headers["idempotency-key"] = key }
            let mapped = mapping.map { "&mapping=" + $0.escaped } ?? ""
            let answer = try await api.api().send(
                "POST", "/api/v1/jobs/import?dry_run=\(dryRun)\(mapped)", data, headers)
            api.show(try JSONValue(parsing: String(decoding: answer, as: UTF8.self)), Self.lines)
        }

        private static func lines(_ report: JSONValue) -> [String] {
            let faults = (report["faults"]?.array ?? []).map {
                "row \($0.text("row"))\t\($0.text("column"))\t\($0.text("reason"))"
            }
            let filed = report["filed"]
            let isRepeated = filed?["repeated"]?.bool ?? false
            let done =
                isRepeated
                ? "filed before: nothing new" : filed == nil ? "nothing filed" : "filed \(report.text("good")) films"
            return faults + [
                "\(report.text("rows")) rows, \(report.text("good")) good, \(report.text("bad")) bad; "
                    + "about \(report.text("estimated_minutes")) minutes of film; \(done)"
            ]
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a job's film here and now, before all others.")

        @Argument var id: Int
        @OptionGroup var api: APIOptions

        func run() async throws {
            guard api.server == nil else {
                throw BatchVideoError(.invalid, "a server's own workers make its films; use: jobs retry \(id)")
            }
            let client = try await api.api()
            let state = try await client.get("/jobs/\(id)").text("execution_status")
            if state != "PENDING" { _ = try await client.ask("POST", "/jobs/\(id)/retry", .emptyObject) }
            _ = try await client.ask("POST", "/jobs/\(id)/increase_priority")
            try await ForegroundWorker(platform: try await api.data.platform()).run(until: id, client)
            let job = try await client.get("/jobs/\(id)")
            api.show(job) { ["\($0.text("execution_status"))  \($0.text("status_detail"))"] }
            guard job.text("execution_status") == "SUCCESS" else {
                throw BatchVideoError(.internal, "job \(id) was not finished: \(job.text("status_detail"))")
            }
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ends a job that waits or runs.")

        @Argument var id: Int
        @OptionGroup var api: APIOptions

        func run() async throws {
            api.show(try await api.api().ask("POST", "/jobs/\(id)/cancel")) { _ in ["cancelling job \(id)"] }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Runs a job again; what is there is used.")

        @Argument var id: Int
        @Option(help: "Make this stage and all that follow anew: script, narration, visuals, render ...")
        var from: String?
        @Flag(help: "Pay again for calls of vendors that nobody knows the end of.")
        var askLostAnew = false
        @OptionGroup var api: APIOptions

        func run() async throws {
            var members: [String: JSONValue] = askLostAnew ? ["ask_lost_anew": .bool(true)] : [:]
            if let from { members["from"] = .string(from) }
            let body = JSONValue.object(members)
            api.show(try await api.api().ask("POST", "/jobs/\(id)/retry", body)) { _ in
                ["job \(id) waits to be run again"]
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Downloads a finished job as a ZIP file.")

        @Argument var id: Int
        @Option(name: [.short, .customLong("output")], help: "The file (default: job-ID.zip).") var output: String?
        @OptionGroup var api: APIOptions

        func run() async throws {
            let client = try await api.api()
            let link = try await client.ask("POST", "/jobs/export/\(id)").text("export_url")
            let path = link.range(of: "/api/").map { String(link[$0.lowerBound...]) } ?? link
            let data = try await client.send("GET", path, Data(), [:])
            let file = output ?? "job-\(id).zip"
            do {
                try data.write(to: URL(filePath: file), options: .atomic)
            } catch {
                throw BatchVideoError(.unwritable, "cannot write \(file); check folder and space", cause: error)
            }
            print(file)
        }
    }

    struct ResetStuck: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset-stuck", abstract: "Takes jobs back from workers that stopped answering.")

        @OptionGroup var api: APIOptions

        func run() async throws {
            api.show(try await api.api().ask("POST", "/jobs/reset-stuck")) {
                ["\($0.text("reset_count")) jobs were taken back"]
            }
        }
    }
}
