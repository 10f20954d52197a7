import BatchVideo

/// PLACEHOLDER
enum SnowyTempleScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
