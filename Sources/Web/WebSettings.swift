package import BatchVideo
package import Foundation

/// How the server is set up. Everything secret comes from the outside: there are no default passwords or keys.
package struct WebSettings: Sendable {
    package var host = "127.0.0.1"
    /// 0: any free port.
    package var port = 8_006
    /// In front of links we give out ("https://films.example.com"); empty: links without host.
    package var publicURL = ""
    /// Signs tokens and links; at least 32 characters.
    package var tokenSecret: String
    package var tokenLifetime = Duration.seconds(3_600)
    /// What other servers of ours show to `/auth/sync`; nil: the route is closed.
    package var serviceToken: String?
    package var corsOrigins: [String] = []
    /// Believe `X-Forwarded-For`: only behind a proxy of ours.
    package var trustsProxy = false
    package var allowsRegistration = true
    package var passwordCost = Passwords.Cost()
    /// Log-ins, right or wrong, per minute and address; wrong ones per user name in five minutes.
    package var loginsPerMinute = 20
    package var registrationsPerHour = 30

    /// Where objects lie: uploads and what jobs made, by key.
    package var objects: URL
    package var quotaBytes = 10 << 30
    package var pictureLimitBytes = 10 << 20
    package var soundLimitBytes = 50 << 20
    package var videoLimitBytes = 2 << 30
    /// The nginx location that serves `objects` inside ("/internal-objects"); nil: we send files ourselves.
    package var accelPrefix: String?

    /// Lengths and speeds of jobs (ruling 8): raise `content` for longer films.
    package var limits = IntakeLimits.standard

    package var heartbeat = Duration.seconds(15)
    /// How soon listeners hear of an event when nobody wakes them.
    package var eventPoll = Duration.seconds(1)
    package var listenersPerUser = 32
    /// A request with an idempotency key that never answered is taken for dead after this.
    package var idempotencyStaleAfter = Duration.seconds(120)

    /// Shown by health checks.
    package var version = ""
    package var environment = "production"

    package init(tokenSecret: String, objects: URL) {
        self.tokenSecret = tokenSecret
        self.objects = objects
    }
}
