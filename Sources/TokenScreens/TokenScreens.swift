// TokenScreens
