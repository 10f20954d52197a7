import BatchVideo
import Foundation
import Logging
import Providers
import ServiceLifecycle
import Web

/// Sends what happened to the addresses that want to hear of it: signed, again when it fails.
struct WebhookSender: Service {
    let outbox: any WebhookOutbox
    let logger: Logger
    /// Also lets through hosts inside the own network that an administrator named.
    private let guards: AddressGuard

    init(outbox: any WebhookOutbox, allowedHosts: [String], logger: Logger) {
        self.outbox = outbox
        self.logger = logger
        guards = AddressGuard(allowed: Set(allowedHosts), setting: "webhooks.allowedHosts")
    }

    /// Between attempts: a minute, then longer, for about two days.
    private static let delays: [Double] = [60, 300, 1800, 7200, 21_600, 43_200, 86_400]
    private static let atOnce = 8
    private static let timeout = Duration.seconds(10)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await sendDue()
                try? await Task.sleep(for: .seconds(2))  // cancelled at shutdown
            }
        }
    }

    private func sendDue() async {
        do {
            let due = try await outbox.take(Self.atOnce, hold: .seconds(60), now: Date())
            await withTaskGroup(of: Void.self) { group in
                for (webhook, delivery) in due { group.addTask { await send(delivery, to: webhook) } }
            }
        } catch {
            logger.error("cannot read the webhook outbox", metadata: ["error": "\(error)"])
        }
    }

    private func send(_ delivery: WebhookDelivery, to webhook: Webhook) async {
        var status: Int?
        var problem: String?
        do {
            status = try await post(delivery, to: webhook)
        } catch {
            let told = (error as? BatchVideoError)?.message ?? error.localizedDescription
            problem = String(told.prefix(500))
        }
        let isDone = status.map { (200..<300).contains($0) } ?? false
        if !isDone, problem == nil { problem = "the receiver answered \(status ?? 0)" }
        let delay = Self.delays.indices.contains(delivery.attempts - 1) ? Self.delays[delivery.attempts - 1] : nil
        do {
            try await outbox.settle(
                delivery.id, status: status, error: isDone ? nil : problem,
                retryAt: isDone ? nil : delay.map { Date().addingTimeInterval($0) }, now: Date())
        } catch {
            logger.error("cannot note a webhook delivery", metadata: ["error": "\(error)"])
        }
    }

    private func post(_ delivery: WebhookDelivery, to webhook: Webhook) async throws -> Int? {
        guard let url = URL(string: webhook.url) else { return nil }
        let message = WebhookMessage(delivery, secret: webhook.secret, now: Date())
        let order = HTTPOrder(
            "POST", url, headers: message.headers,
            body: .bytes(message.body, type: "application/json"), maxBytes: 1 << 16)
        // Follows no redirection: it might lead inside.
        return try await HTTPTransport.sendOutside(order, guards: guards, timeout: Self.timeout).status
    }
}
