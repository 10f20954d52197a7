import BatchVideo
import Foundation
import Pipeline
import Web

/// Everything that can be set, in the order in which it is shown.
enum SettingCatalog {
    static let all: [Setting] =
        server + events + uploads + limits + worker + retention + vendors + others

    /// A section of batchvideo.yaml that vendors' adapters check themselves.
    static let vendorsRoom = "providers"

    static func setting(_ key: String) -> Setting? { all.first { $0.key == key } }

    private static let server: [Setting] = [
        Setting(
            "server.host", \.web.host, .text("an address or a host name", isHost),
            "Address to listen on; 0.0.0.0 for all.", option: "--host"),
        Setting(
            "server.port", \.web.port, .whole(0...65_535),
            "Port to listen on; 0 for any that is free.", option: "--port"),
        Setting(
            "server.publicURL", \.web.publicURL,
            .text("an http or https address such as https://films.example.com, without / at its end", isAddress),
            "What stands before links that are given out.", option: "--public-url",
            unset: "links without a host"),
        Setting(
            "server.secret", \.secret, Self.secret.optional, "Signs tokens and links.",
            variables: ["BATCHVIDEO_SECRET"], isSecret: true, unset: "made once and kept in the data folder"),
        Setting(
            "server.serviceToken", \.web.serviceToken, Self.secret.optional,
            "What other servers of yours show to /auth/sync.", isSecret: true,
            unset: "the route is closed"),
        Setting(
            "server.tokenSeconds", \.web.tokenLifetime, .seconds(60...2_592_000),
            "How long a log-in lasts."),
        Setting(
            "server.corsOrigins", \.web.corsOrigins,
            .texts("a list of http or https addresses without a path; not *", isOrigin),
            "Origins of pages that may use the API.", option: "--cors-origin"),
        Setting(
            "server.trustProxy", \.web.trustsProxy, .flag,
            "Believe X-Forwarded-For; only behind a proxy of yours.", option: "--trust-proxy"),
        Setting(
            "server.allowRegistration", \.web.allowsRegistration, .flag,
            "Let strangers register.", option: "--allow-registration"),
        Setting(
            "server.accelPrefix", \.web.accelPrefix,
            SettingForm.text("a path such as /internal-objects", { $0.hasPrefix("/") && $0.count > 1 }).optional,
            "nginx's internal location for the objects folder (X-Accel-Redirect).",
            option: "--accel-prefix", unset: "files are sent by batchvideo itself"),
        Setting(
            "server.loginsPerMinute", \.web.loginsPerMinute, .whole(1...10_000),
            "Log-ins, right or wrong, per minute and address; wrong ones per name in five minutes."),
        Setting(
            "server.registrationsPerHour", \.web.registrationsPerHour, .whole(1...10_000),
            "Registrations per hour and address."),
        Setting(
            "server.environment", \.web.environment,
            .text("1 to 64 characters", { (1...64).contains($0.count) }),
            "Name of this installation, shown by health checks."),
    ]

    private static let events: [Setting] = [
        Setting(
            "events.heartbeatSeconds", \.web.heartbeat, .seconds(1...300),
            "Between signs of life on live connections; less than your proxy's timeout."),
        Setting(
            "events.pollMs", \.web.eventPoll, .milliseconds(50...60_000),
            "How soon listeners hear of what another process did."),
        Setting(
            "events.listenersPerUser", \.web.listenersPerUser, .whole(1...10_000),
            "Live connections a user may have."),
    ]

    private static let uploads: [Setting] = [
        Setting(
            "uploads.quotaGB", \.web.quotaBytes, .gigabytes(1...100_000),
            "What a user's files may take together (GB of 2^30 bytes)."),
        Setting(
            "uploads.pictureMB", \.web.pictureLimitBytes, .megabytes(1...1_000),
            "Largest picture (MB of 2^20 bytes)."),
        Setting(
            "uploads.soundMB", \.web.soundLimitBytes, .megabytes(1...10_000),
            "Largest sound file (MB)."),
        Setting(
            "uploads.videoMB", \.web.videoLimitBytes, .megabytes(1...100_000),
            "Largest clip (MB)."),
    ]

    private static let limits: [Setting] = [
        Setting(
            "limits.contentCharacters", \.web.limits.content, .whole(100...ScriptInput.mostCharacters),
            "Longest text of a film."),
        Setting(
            "limits.descriptionCharacters", \.web.limits.description, .whole(0...10_000),
            "Longest description."),
    ]

    private static let worker: [Setting] = [
        Setting(
            "worker.slots", \.worker.slots, .whole(0...64),
            "Films made at once; 0: serve is the API alone. Default: one more than there are cores.",
            option: "--slots"),
        Setting(
            "worker.leaseSeconds", \.worker.lease, .seconds(5...600),
            "A worker that is silent for so long loses its film to another."),
        Setting(
            "worker.pollMs", \.worker.poll, .milliseconds(50...60_000),
            "How often it looks for work when nobody wakes it."),
        Setting(
            "worker.softLimitSeconds", \.worker.softLimit, .seconds(60...604_800),
            "A film that takes longer fails."),
        Setting(
            "worker.hardLimitSeconds", \.worker.hardLimit, .seconds(60...604_800),
            "A run that did not end by then is given up; more than the soft limit."),
        Setting(
            "worker.graceSeconds", \.worker.grace, .seconds(1...600),
            "How long a run that is cancelled may take to end."),
        Setting(
            "worker.retrySeconds", \.worker.retries.delays, .seconds(1...86_400, atMost: 10),
            "Pauses before further tries of what can pass; as many tries as there are numbers."),
    ]

    private static let retention: [Setting] = [
        Setting(
            "retention.days", \.maintenance.keptDays, .whole(1...3_650),
            "Deleted jobs, superseded runs and events are kept so long."),
        Setting(
            "retention.workspaceDays", \.maintenance.workspaceDays, .whole(0...3_650),
            "A finished film's intermediate files are kept so long after its last run."),
        Setting(
            "retention.workspaceGB", \.maintenance.workspaceBytes,
            SettingForm<Int>.gigabytes(1...1_000_000).optional,
            "What intermediate files may take together (GB of 2^30 bytes); the oldest go first.",
            unset: "a fifth of the disk"),
    ]

    private static let vendors: [Setting] = [
        use("images", \.use.images, "Vendors of pictures"),
        use("clips", \.use.clips, "Vendors of clips"),
        use("models", \.use.models, "Language models"),
        use("footage", \.use.footage, "Libraries of clips"),
        use("speech", \.use.speech, "Vendors whose voices may be chosen"),
        use("conversion", \.use.conversion, "Vendors that copy a voice"),
        use("presenters", \.use.presenters, "Vendors that make presenters speak"),
        use("ocr", \.use.ocr, "Vendors that find writing in pictures"),
        use("transcription", \.use.transcription, "Vendors that write down speech"),
        Setting(
            "budget.currency", \.budget.currency,
            .text("three capital letters such as USD", { $0.wholeMatch(of: /[A-Z]{3}/) != nil }),
            "Currency of the limits below; calls in another one are not counted."),
        Setting(
            "budget.perFilm", \.budget.perJob, SettingForm<Int>.money.optional,
            "The most that vendors may cost for a film.", unset: "no limit"),
        Setting(
            "budget.perBatch", \.budget.perBatch, SettingForm<Int>.money.optional,
            "The most for all films of a batch.", unset: "no limit"),
        Setting(
            "budget.perUserDay", \.budget.perUserDay, SettingForm<Int>.money.optional,
            "The most for all films of a user in a day (UTC).", unset: "no limit"),
    ]

    private static func use(
        _ name: String, _ place: any WritableKeyPath<Settings, [String]> & Sendable, _ what: String
    ) -> Setting {
        Setting(
            "use.\(name)", place,
            .texts("a list of names under providers, in order; embedded for our own part, none for no vendor") {
                $0.wholeMatch(of: /[a-z0-9-]{1,64}/) != nil
            },
            "\(what), in the order in which they are asked.", unset: "all that are configured, by name")
    }

    private static let others: [Setting] = [
        Setting(
            "webhooks.allowedHosts", \.webhookHosts,
            .texts("a list of host names", isHost),
            "Hosts inside your network that webhooks may lead to.",
            variables: ["BATCHVIDEO_ALLOWED_HOSTS"]),
        Setting(
            "log.level", \.logLevel, .level, "Least level of log lines.", option: "--log-level"),
        Setting(
            "data.folder", \.dataFolder, .text("a folder", { !$0.isEmpty }),
            "Folder of the database and the films.", option: "--data",
            variables: ["BATCHVIDEO_DATA"]),
        Setting(
            "client.apiKey", \.apiKey, SettingForm.text("an API key", { !$0.isEmpty }).optional,
            "Your key on the server that commands speak to with --server.",
            variables: ["BATCHVIDEO_API_KEY"], isSecret: true),
    ]

    private static let secret = SettingForm.text("at least 32 characters") { $0.utf8.count >= 32 }

    @Sendable private static func isHost(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z0-9._:\[\]\-]{1,253}/) != nil
    }

    @Sendable private static func isAddress(_ text: String) -> Bool {
        text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-\[\]:]+(\/[A-Za-z0-9._~\-]+)*/) != nil
    }

    @Sendable private static func isOrigin(_ text: String) -> Bool {
        text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-\[\]:]+/) != nil
    }
}
