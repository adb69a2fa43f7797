import AsyncHTTPClient
import ArgumentParser
import GRDB
import Hummingbird
import TOMLKit
print("x")
