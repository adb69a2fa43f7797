// TokenStorage
