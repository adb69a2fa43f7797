// TokenApp
