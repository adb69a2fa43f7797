// PowerAuth
