import Artwork
import BatchVideo
import Foundation
import Testing
