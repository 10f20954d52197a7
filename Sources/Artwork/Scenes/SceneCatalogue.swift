import BatchVideo

/// A family of pictures: one subject, composed anew for every seed, shape and palette.
protocol SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder)
}

/// Which family is painted by whom.
enum SceneCatalogue {
    static func painter(_ family: SceneFamily) -> any SceneFamilyPainter.Type {
        switch family {
        case .autumnHills: AutumnHillsScene.self
        case .sea: SeaScene.self
        case .springLake: SpringLakeScene.self
        case .forest: ForestScene.self
        case .city: CityScene.self
        case .teaTable: TeaTableScene.self
        case .lotus: LotusScene.self
        case .technology: TechnologyScene.self
        case .livingRoom: LivingRoomScene.self
        case .ink: InkScene.self
        case .starryCabin: StarryCabinScene.self
        case .winterCabin: WinterCabinScene.self
        case .sunrisePeak: SunrisePeakScene.self
        case .wheatField: WheatFieldScene.self
        case .kitchen: KitchenScene.self
        case .herbs: HerbsScene.self
        case .bookLamp: BookLampScene.self
        case .courtyard: CourtyardScene.self
        case .rainBridge: RainBridgeScene.self
        case .desert: DesertScene.self
        case .snowyTemple: SnowyTempleScene.self
        case .clinic: ClinicScene.self
        case .classroom: ClassroomScene.self
        case .charts: ChartsScene.self
        case .heartHands: HeartHandsScene.self
        case .catSill: CatSillScene.self
        case .fishPond: FishPondScene.self
        case .lanterns: LanternsScene.self
        case .fireworks: FireworksScene.self
        case .bamboo: BambooScene.self
        }
    }

    /// Composes the scene that `picture` shows, or shows behind its words.
    static func scene(_ picture: PaintedPicture) -> Scene {
        var builder = SceneBuilder(
            stage: Stage(picture.size), palette: picture.palette, seed: picture.seed,
            dayTime: picture.dayTime, season: picture.season)
        painter(picture.subject.family).compose(&builder)
        return builder.build(mirrored: picture.mirrored)
    }
}
