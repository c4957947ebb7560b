package org.entente.audit;

import jakarta.ejb.Stateless;

@Stateless
class Placeholder {}
