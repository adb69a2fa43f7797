// PowerAuthCrypto
