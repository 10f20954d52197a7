package import BatchVideo

/// What `body` throws.
package func failure(_ body: () async throws -> Void) async -> BatchVideoError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? BatchVideoError
    }
}
