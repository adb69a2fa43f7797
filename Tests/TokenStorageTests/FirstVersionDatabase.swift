import Foundation
import GRDB

/// What the first version of the program wrote, row by row, with its device key.
enum FirstVersionDatabase {
  static let key = bytes("7edc6df470449948a7a4067e65a62699fd00c0ec87dfb658059ca98526441620")
  static let possessionKey = bytes("82e3582d2952b2bd7f1a8d7ebbeaca88")
  static let transportKey = bytes("4a0a8cbee59a779fc90366c2921203b6")
  static let knowledgeKey = bytes("0659fe6ceca1441bd12593da84d60675")

  static func write(to path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  static func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private static let sql = """
    CREATE TABLE activation (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      activation_id TEXT NOT NULL,
      protocol_version TEXT NOT NULL,
      device_name TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      server_public_key BLOB NOT NULL,
      device_public_key BLOB NOT NULL,
      knowledge_iterations INTEGER NOT NULL,
      possession_key BLOB NOT NULL,
      transport_key BLOB NOT NULL,
      knowledge_key BLOB NOT NULL,
      knowledge_salt BLOB NOT NULL,
      device_private_key BLOB NOT NULL,
      counter BLOB NOT NULL,
      recovery BLOB
    ) STRICT;
    INSERT INTO activation VALUES(1, 'c8ddd88e-6ec8-4f3e-8bb4-52a1d7e86a0c', '3.2',
      'Starý terminál', '29850246',
      X'03af949ded1a1ad2e8826210a17d7b68994bd4f475b74be4eba617aa34685ad651',
      X'036368bfe3ec0b305b22e59b78e0c60903cd388e0fdb5a208af7597cc1eb30f8d1', 10000,
      X'5789ab9b5ff38ccd42085a80cb8ae5bfad7e08d79ee041fb4a131c80102210876262aa206ecbcdfbb3019d62',
      X'9443f8cec867ea79a57a188bb8878d3092c46e9b5dee52bc1d094d663a840e99bc35248a18349f678c6cea41',
      X'e23d80ccb923315b2b95ffaacac6e2570ccb275c869f91c7a4584cd657d6fe2f82772db2cb8ca7d4eebc21e0',
      X'47b92289a13794fe801d3296bad49e7f69628d2011815e691b16daf817fb5e4ca2c8f91e4f565ab80016b1c5',
      X'89deb1e0bf5a96720b509f9dac63e5f912e5286b5a065e6a337417b29fef9b3dd85bd1d11703159e901d5180\
    44f0cd227cc867b16461c0dc27059c7d5def24a0972c38a8acff49d9c31dfb44',
      X'290a850776cb5a85029e3ed46a1d78bada976eefa2fb32b4431da140124604a5812711503b3da6d54580edc6\
    09', NULL);
    CREATE TABLE token (
      name TEXT PRIMARY KEY,
      activation_id TEXT NOT NULL,
      token_id TEXT NOT NULL,
      secret BLOB NOT NULL
    ) STRICT;
    INSERT INTO token VALUES('possession_universal', 'c8ddd88e-6ec8-4f3e-8bb4-52a1d7e86a0c',
      'token-1',
      X'9b795783f98e7c1d26006bc0160a5fca86b4c375d950d8d6f22a22d776e304bae0ad90a7c234eb1cba2f5004');
    PRAGMA user_version = 1;
    """
}
