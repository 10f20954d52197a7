import BatchVideo

/// PLACEHOLDER
enum ClinicScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
