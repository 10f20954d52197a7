import BatchVideo
import Foundation
import Pipeline
import Web

/// The platform's settings in force; a value of it made by `init` holds the defaults.
struct Settings: Sendable {
    /// Folder of the database and the films.
    var dataFolder: String
    /// Secret and objects folder are filled in when the server is made.
    var web: WebSettings
    /// Signs tokens and links; nil: one is made once and kept in the data folder.
    var secret: String?
    /// The name is filled in when the worker is made; 0 slots: none.
    var worker: WorkerSettings
    var maintenance = Maintenance.Settings()
    /// Hosts inside the own network that webhooks may lead to.
    var webhookHosts: [String] = []
    /// Vendors by name, secrets filled in: not to be shown.
    var providers: [String: JSONValue] = [:]
    var use = VendorUse()
    var budget = SpendCaps.none
    var logLevel = LogLevel.notice
    /// Shown to a server elsewhere (`--server`).
    var apiKey: String?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        dataFolder = DataFolder.standard(environment)
        web = WebSettings(tokenSecret: "", objects: URL(filePath: "/nowhere"))
        web.allowsRegistration = false
        worker = WorkerSettings(name: "", slots: ProcessInfo.processInfo.activeProcessorCount + 1)
    }
}
